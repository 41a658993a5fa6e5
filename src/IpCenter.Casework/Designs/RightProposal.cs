namespace IpCenter.Casework.Designs;

/// <summary>
/// A change that the holder sent in with its document, or a lapse that the calendar suggests. It changes nothing until a
/// person of the centre has confirmed it.
/// </summary>
public sealed class RightProposal
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    /// <summary>The firm that sent it in; <c>null</c>: the system suggests it.</summary>
    public Guid? FirmId { get; init; }

    public required RightFacts Facts { get; init; }

    public Guid? DocumentId { get; init; }

    public Guid? SubmittedBy { get; init; }

    public required string SubmittedByName { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What the system suggests once only, such as <c>lapse:…:3</c>.</summary>
    public string? SystemKey { get; init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    /// <summary>The entry that it became; <c>null</c> when it was refused.</summary>
    public Guid? EntryId { get; private set; }

    public string? Reason { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => DecidedAt is null;

    public void Decide(Guid? entryId, string? reason, Guid by, string name, DateTimeOffset at) =>
        (EntryId, Reason, DecidedBy, DecidedByName, DecidedAt) = (entryId, reason, by, name, at);
}
