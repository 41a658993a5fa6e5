namespace IpCenter.Casework.Notices;

/// <summary>A notice to one person, shown in the system; reading it is recorded, because days may hang on it.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>Key of its words in the resources, such as <c>correction-request</c>.</summary>
    public required string Template { get; init; }

    public required Dictionary<string, string> Arguments { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset at) => ReadAt ??= at;
}
