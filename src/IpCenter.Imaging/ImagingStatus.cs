namespace IpCenter.Imaging;

/// <summary>Whether images can be read on this machine, and with what.</summary>
/// <param name="Available">Whether a worker started and found libvips.</param>
/// <param name="Library">The file or system name that was loaded.</param>
/// <param name="Version">Of libvips, for example <c>8.18.7</c>.</param>
/// <param name="Formats">Those that a trial decoded, or whose loader is there.</param>
/// <param name="WhatToInstall">When not available: what was tried and what helps, for an administrator.</param>
public sealed record ImagingStatus(
    bool Available,
    string? Library,
    string? Version,
    IReadOnlyList<ImageFormat> Formats,
    string? WhatToInstall);
