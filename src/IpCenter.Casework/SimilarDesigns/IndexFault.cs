using IpCenter.Search;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>Why the search index does not follow the change feed.</summary>
public enum IndexFaultKind
{
    /// <summary>Another process has its directory; it is opened as soon as that one ends.</summary>
    InUse,

    /// <summary>A file of it was changed; it is built again beside.</summary>
    Damaged,

    /// <summary>It cannot be written, for example because the disk is full; it answers as before and goes on when it can.</summary>
    NotWritable,
}

/// <param name="Kind">Which of them.</param>
/// <param name="Message">What exactly, in the words of the engine or of the operating system; for operators.</param>
public sealed record IndexFault(IndexFaultKind Kind, string Message)
{
    /// <summary>The fault that an exception tells; <c>null</c> for one that tells of a bug.</summary>
    public static IndexFault? Of(Exception e) => e switch
    {
        IndexInUseException => new(IndexFaultKind.InUse, e.Message),
        IndexUnavailableException => new(IndexFaultKind.Damaged, e.Message),
        IOException or UnauthorizedAccessException => new(IndexFaultKind.NotWritable, e.Message),
        _ => null,
    };
}
