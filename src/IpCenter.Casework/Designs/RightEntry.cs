namespace IpCenter.Casework.Designs;

/// <summary>
/// One recorded fact about a right. Entries are only ever added: a wrong one is corrected by a further entry
/// (<see cref="RightFacts.Corrects"/>), and both stay readable.
/// </summary>
public sealed class RightEntry
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    /// <summary>1, 2, 3 … in the order of recording: two who record at once on the same history cannot both be the next.</summary>
    public required int Number { get; init; }

    public required RightEntryKind Kind { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required RightFacts Facts { get; init; }

    /// <summary>What the public sees of it: that there is a pledge is never hidden (民法典444).</summary>
    public EntryPublicity Publicity => Kind is RightEntryKind.Pledged or RightEntryKind.PledgeReleased && Facts.Publicity == EntryPublicity.Hidden
        ? EntryPublicity.FactOnly
        : Facts.Publicity;

    /// <summary>The document itself, where it was handed in.</summary>
    public Guid? DocumentId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary><c>null</c>: the system.</summary>
    public Guid? RecordedBy { get; init; }

    public required string RecordedByName { get; init; }

    /// <summary>How the right stood when this was recorded, from which the history begins where the register was not there at the grant.</summary>
    public required DesignStatus StatusBefore { get; init; }

    public required string OwnerBefore { get; init; }

    public Guid? FirmBefore { get; init; }

    /// <summary>The new owner's firm, where it is one of the centre.</summary>
    public Guid? NewFirmId { get; init; }

    /// <summary>What the system records once only, such as <c>granted:…</c>.</summary>
    public string? SystemKey { get; init; }
}
