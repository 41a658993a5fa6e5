namespace IpCenter.Casework.Audit;

/// <summary>Who may read an entry of a case's timeline.</summary>
public enum AuditVisibility
{
    /// <summary>Everybody entitled to the case, the applicant included.</summary>
    Parties,

    /// <summary>The centre's staff only (internal notes, searches, second readings).</summary>
    Staff,
}

/// <summary>
/// One entry of the tamper-evident trail, and of the timeline of the case that it concerns.
/// Entries are only ever added; each carries the hash of the one before it, over the exact bytes in
/// <see cref="Content"/>. The database refuses updates and deletions by trigger.
/// </summary>
public sealed class AuditEvent
{
    public required Guid Id { get; init; }

    /// <summary>Place in the chain, 1, 2, 3 …; given when the entry is saved.</summary>
    public long Sequence { get; private set; }

    public required DateTimeOffset At { get; init; }

    public Guid? PersonId { get; init; }

    public required string ActorName { get; init; }

    public Guid? OnBehalfOfFirmId { get; init; }

    /// <summary>What was done, as a code such as <c>application.submitted</c>; its words are in the resources.</summary>
    public required string Action { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The object written, such as <c>application:…</c>.</summary>
    public required string Subject { get; init; }

    public string? Reason { get; init; }

    /// <summary>Arguments of the words, as a JSON object of strings.</summary>
    public required string DetailJson { get; init; }

    public required AuditVisibility Visibility { get; init; }

    /// <summary>The exact serialised bytes that the hash covers, as text.</summary>
    public string Content { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Order within one save; ids of the same millisecond have none.</summary>
    internal long Order { get; init; }

    /// <summary>Takes the entry's place in the chain; called once, inside the saving transaction.</summary>
    internal void Chain(long sequence, string previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Content = AuditChain.ContentOf(this);
        Hash = AuditChain.HashOf(previousHash, Content);
    }
}
