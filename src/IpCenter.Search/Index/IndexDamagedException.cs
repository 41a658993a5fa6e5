namespace IpCenter.Search;

/// <summary>A file of the index is missing, torn or changed. The index is derived: it is built again from the host's change feed.</summary>
/// <param name="file">The file's name.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class IndexDamagedException(string file, string reason) : IndexUnavailableException($"The index file {file} cannot be used: {reason}.")
{
    /// <summary>The file's name within the index directory.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = reason;
}
