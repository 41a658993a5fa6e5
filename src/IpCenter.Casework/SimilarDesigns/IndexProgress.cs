namespace IpCenter.Casework.SimilarDesigns;

/// <summary>How far an index that is built beside the one in use has come.</summary>
/// <param name="Done">Objects of the change feed that were read.</param>
/// <param name="Total">Objects that the feed names.</param>
public readonly record struct IndexProgress(int Done, int Total);
