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

    /// <summary>What was sent to several people at once has one.</summary>
    public Guid DispatchId { get; init; }

    /// <summary>Until when it should be acknowledged (收到); <c>null</c> where nobody is asked to.</summary>
    public DateTimeOffset? AcknowledgeBy { get; private set; }

    /// <summary>The edition of the working calendar by which <see cref="AcknowledgeBy"/> was looked at last.</summary>
    public int CalendarEdition { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>When it was brought up again, once, because nobody of the firm had acknowledged it.</summary>
    public DateTimeOffset? BroughtUpAt { get; private set; }

    /// <summary>When the town officer told the firm that there is a notice.</summary>
    public DateTimeOffset? RelayedAt { get; private set; }

    public string? RelayedByName { get; private set; }

    public int Version { get; private set; }

    /// <summary>Asks for "received" by a moment, or by another one.</summary>
    /// <param name="by">Until when.</param>
    /// <param name="calendarEdition">The edition of the calendar that it was counted by.</param>
    public void AskBy(DateTimeOffset by, int calendarEdition) => (AcknowledgeBy, CalendarEdition) = (by, calendarEdition);

    public void Read(DateTimeOffset at) => ReadAt ??= at;

    public void Acknowledge(DateTimeOffset at)
    {
        Read(at);
        AcknowledgedAt ??= at;
    }

    public void BringUp(DateTimeOffset at) => BroughtUpAt ??= at;

    public void Relay(string by, DateTimeOffset at)
    {
        if (RelayedAt is null)
            (RelayedByName, RelayedAt) = (by, at);
    }
}
