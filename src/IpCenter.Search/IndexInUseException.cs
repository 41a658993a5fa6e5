using System.Globalization;

namespace IpCenter.Search;

/// <summary>Another process has the index directory open for writing: two would remove each other's files. Try again when it has ended.</summary>
/// <param name="directory">The index directory.</param>
/// <param name="processId">Who has it open; <c>null</c> when that cannot be read.</param>
/// <param name="since">When it was opened; <c>null</c> when that cannot be read.</param>
public sealed class IndexInUseException(string directory, int? processId, DateTimeOffset? since) : IndexUnavailableException(
    string.Create(CultureInfo.InvariantCulture, $"The index directory {directory} is in use by {(processId is { } id ? $"process {id}" : "another process")}{(since is { } at ? $" since {at:yyyy-MM-dd HH:mm:ss} UTC" : "")}."))
{
    /// <summary>The index directory.</summary>
    public string Directory { get; } = directory;

    /// <summary>Who has it open; <c>null</c> when that cannot be read.</summary>
    public int? ProcessId { get; } = processId;

    /// <summary>When it was opened, by the clock of the file system; <c>null</c> when that cannot be read.</summary>
    public DateTimeOffset? Since { get; } = since;
}
