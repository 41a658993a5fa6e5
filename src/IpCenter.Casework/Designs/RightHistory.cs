namespace IpCenter.Casework.Designs;

/// <summary>The recorded facts of one right, and how it stands on any day by them. Values in, values out.</summary>
public sealed class RightHistory
{
    private readonly Design _design;
    private readonly (DesignStatus Status, string Owner, Guid? FirmId) _first;

    public RightHistory(Design design, IEnumerable<RightEntry> entries)
    {
        _design = design;
        Entries = [.. entries.OrderBy(e => e.Number)];
        _first = Entries is [var first, ..]
            ? (first.StatusBefore, first.OwnerBefore, first.FirmBefore)
            : (design.Status, design.OwnerName, design.FirmId);
        var corrected = Entries.Select(e => e.Facts.Corrects).OfType<Guid>().ToHashSet();
        Valid = [.. Entries.Where(e => e.Kind != RightEntryKind.Struck && !corrected.Contains(e.Id)).OrderBy(e => e.EffectiveOn).ThenBy(e => e.Number)];
    }

    /// <summary>All entries in the order of recording, corrected ones among them.</summary>
    public IReadOnlyList<RightEntry> Entries { get; }

    /// <summary>Those that no later one corrected, in the order of their days.</summary>
    public IReadOnlyList<RightEntry> Valid { get; }

    /// <summary>The number of the entry that is recorded next.</summary>
    public int NextNumber => Entries is [.., var last] ? last.Number + 1 : 1;

    /// <summary>The entry by which this one was corrected.</summary>
    public RightEntry? CorrectionOf(RightEntry entry) => Entries.FirstOrDefault(e => e.Facts.Corrects == entry.Id);

    public RightHistory With(RightEntry entry) => new(_design, [.. Entries, entry]);

    public RightStanding On(DateOnly day) => Fold(Valid.Where(e => e.EffectiveOn <= day), day);

    /// <summary>How it stood just before an entry took effect.</summary>
    public RightStanding Before(RightEntry entry) => Fold(Valid.TakeWhile(e => e.Id != entry.Id), entry.EffectiveOn, byTerm: entry.Kind != RightEntryKind.Expired);

    private RightStanding Fold(IEnumerable<RightEntry> entries, DateOnly day, bool byTerm = true)
    {
        var (status, owner, firm) = _first;
        RightEntry? partly = null;
        List<RightEntry> licences = [], pledges = [];
        foreach (var entry in entries)
        {
            status = After(status, entry.Kind);
            if (entry.Kind == RightEntryKind.Transferred)
                (owner, firm) = (entry.Facts.NewOwner, entry.NewFirmId);
            else if (entry.Kind == RightEntryKind.PartlyInvalidated)
                partly = entry;
            else if (entry.Kind == RightEntryKind.Licensed)
                licences.Add(entry);
            else if (entry.Kind == RightEntryKind.Pledged)
                pledges.Add(entry);
            licences.RemoveAll(l => l.Id == entry.Facts.RefersTo);
            pledges.RemoveAll(p => p.Id == entry.Facts.RefersTo);
        }
        if (byTerm && status is DesignStatus.InForce or DesignStatus.Unknown && day >= _design.ExpiresOn)
            status = DesignStatus.Expired;
        return new(status, owner, firm, [.. licences.Where(l => l.Facts.EndsOn is null || day <= l.Facts.EndsOn)], pledges, partly);
    }

    private static DesignStatus After(DesignStatus status, RightEntryKind kind) => kind switch
    {
        RightEntryKind.Granted or RightEntryKind.Restored => DesignStatus.InForce,
        RightEntryKind.Lapsed => DesignStatus.Lapsed,
        RightEntryKind.Abandoned => DesignStatus.Abandoned,
        RightEntryKind.Expired => DesignStatus.Expired,
        RightEntryKind.Invalidated => DesignStatus.Invalidated,
        _ => status,
    };
}
