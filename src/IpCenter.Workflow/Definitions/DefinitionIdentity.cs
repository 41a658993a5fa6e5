namespace IpCenter.Workflow.Definitions;

/// <summary>Which definition a file holds.</summary>
/// <param name="File">File name relative to the catalogue's folder.</param>
/// <param name="VersionId">Unique over all versions of all definitions.</param>
/// <param name="DefinitionId">Stable over versions.</param>
/// <param name="Version">1 or more.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Description">What the process is for.</param>
/// <param name="IsPublished">True for the version that new instances follow.</param>
public sealed record DefinitionIdentity(
    string File, string VersionId, string DefinitionId, int Version, string Name, string? Description, bool IsPublished);
