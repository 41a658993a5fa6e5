namespace IpCenter.Imaging.Libvips;

/// <summary>libvips refused an operation: with hostile bytes that is ordinary, so it is caught and becomes a rejection.</summary>
internal sealed class VipsException(string message) : Exception(message);
