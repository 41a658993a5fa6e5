using System.Globalization;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Designs;

/// <summary>
/// What may follow what in the history of a right. An entry may be recorded late, so the whole history is read again with
/// it: an entry that would make a later one impossible is refused too. Every refusal names its field.
/// </summary>
public static class RightRules
{
    /// <summary>What the holder may send in; the rest comes from the office or a court and is recorded by the centre alone.</summary>
    public static IReadOnlyList<RightEntryKind> OwnersKinds { get; } =
    [
        RightEntryKind.Transferred, RightEntryKind.Licensed, RightEntryKind.LicenceEnded, RightEntryKind.Pledged,
        RightEntryKind.PledgeReleased, RightEntryKind.Abandoned, RightEntryKind.Restored,
    ];

    /// <summary>What the staff may record; grants and expiries are the system's.</summary>
    public static IReadOnlyList<RightEntryKind> StaffKinds { get; } =
        [.. Enum.GetValues<RightEntryKind>().Except([RightEntryKind.Granted, RightEntryKind.Expired])];

    /// <summary>What is missing in the facts themselves, whatever the history.</summary>
    public static List<RuleViolation> Missing(Design design, RightFacts facts, DateOnly today)
    {
        List<RuleViolation> found = [];
        Need(found, facts.EffectiveOn is not null, "effectiveOn");
        Need(found, facts.DocumentNumber.Length > 0, "documentNumber");
        Need(found, facts.DocumentOn is not null, "documentOn");
        if (facts.EffectiveOn > today)
            found.Add(new("date.not-future", "effectiveOn"));
        if (facts.DocumentOn > today)
            found.Add(new("date.not-future", "documentOn"));
        if (facts.EffectiveOn < design.AnnouncedOn)
            found.Add(new("right.before-grant", "effectiveOn", Day(design.AnnouncedOn!.Value)));
        if (facts.Kind == RightEntryKind.Transferred)
            Need(found, facts.NewOwner.Length > 0, "newOwner");
        if (facts.Kind is RightEntryKind.Licensed or RightEntryKind.Pledged)
            Need(found, facts.Party.Length > 0, "party");
        if (facts.Kind == RightEntryKind.Licensed)
            Need(found, facts.Licence is not null, "licence");
        if (facts.Kind is RightEntryKind.LicenceEnded or RightEntryKind.PledgeReleased)
            Need(found, facts.RefersTo is not null, "refersTo");
        // 民法典444: a pledge comes about with its registration; whoever buys or takes a pledge relies on what the register shows.
        if (facts.Kind is RightEntryKind.Pledged or RightEntryKind.PledgeReleased && facts.Publicity == EntryPublicity.Hidden)
            found.Add(new("right.pledge-public", "publicity"));
        if (facts.Kind is RightEntryKind.PartlyInvalidated or RightEntryKind.Struck || facts.Corrects is not null)
            Need(found, facts.Note.Length > 0, "note");
        if (facts.Kind == RightEntryKind.Struck)
            Need(found, facts.Corrects is not null, "corrects");
        if (facts.EndsOn < facts.EffectiveOn)
            found.Add(new("right.ends-before", "endsOn"));
        if (facts.Kind == RightEntryKind.Licensed && facts.EndsOn > design.ExpiresOn)
            found.Add(new("right.beyond-term", "endsOn", Day(design.ExpiresOn!.Value)));
        return found;
    }

    /// <summary>Why the history with a new entry cannot be; empty when it can.</summary>
    public static List<RuleViolation> Conflicts(RightHistory before, RightEntry entry)
    {
        if (entry.Facts.Corrects is { } wrong && !before.Valid.Any(e => e.Id == wrong && e.Kind != RightEntryKind.Granted))
            return [new("right.corrects-what", "corrects")];
        var after = before.With(entry);
        foreach (var one in after.Valid)
            if (WhyNot(after.Before(one), one) is { } violation)
                return one.Id == entry.Id ? [violation] : [Breaks(one)];
        return [];
    }

    private static RuleViolation? WhyNot(RightStanding standing, RightEntry entry)
    {
        var facts = entry.Facts;
        var needsForce = facts.Kind is RightEntryKind.Lapsed or RightEntryKind.Abandoned or RightEntryKind.Transferred
            or RightEntryKind.Licensed or RightEntryKind.Pledged or RightEntryKind.PartlyInvalidated or RightEntryKind.Expired;
        if (needsForce && !standing.MayBeInForce)
            return Names("right.not-in-force", "kind", RightNames.Of(standing.Status));
        return facts.Kind switch
        {
            RightEntryKind.Restored when standing.Status != DesignStatus.Lapsed => Names("right.not-lapsed", "kind", RightNames.Of(standing.Status)),
            RightEntryKind.Invalidated when standing.Status == DesignStatus.Invalidated => Names("right.not-in-force", "kind", RightNames.Of(standing.Status)),
            RightEntryKind.Transferred when facts.NewOwner == standing.Owner => new("right.same-owner", "newOwner", standing.Owner),
            RightEntryKind.Transferred or RightEntryKind.Licensed or RightEntryKind.Abandoned when standing.Pledges is [var pledge, ..] && !facts.PledgeeConsents =>
                new("right.pledged", "pledgeeConsents", pledge.Facts.Party),
            RightEntryKind.Licensed when Blocking(standing, facts) is { } licence => new("right.licence-excludes", "licence", licence.Facts.Party),
            RightEntryKind.Pledged when standing.Pledges is [var pledge, ..] => new("right.already-pledged", "kind", pledge.Facts.Party),
            RightEntryKind.LicenceEnded when standing.Licences.All(l => l.Id != facts.RefersTo) => new("right.no-such-licence", "refersTo"),
            RightEntryKind.PledgeReleased when standing.Pledges.All(p => p.Id != facts.RefersTo) => new("right.no-such-pledge", "refersTo"),
            _ => null,
        };
    }

    /// <summary>Only ordinary licences bear others beside them.</summary>
    private static RightEntry? Blocking(RightStanding standing, RightFacts facts) => standing.Licences
        .FirstOrDefault(other => facts.Licence != LicenceKind.Ordinary || other.Facts.Licence != LicenceKind.Ordinary);

    private static RuleViolation Breaks(RightEntry later) =>
        new("right.breaks-later", "effectiveOn", RightNames.Of(later.Kind).Zh, RightNames.Of(later.Kind).En, Day(later.EffectiveOn));

    private static RuleViolation Names(string code, string field, Bilingual name) => new(code, field, name.Zh, name.En);

    private static void Need(List<RuleViolation> found, bool isThere, string field)
    {
        if (!isThere)
            found.Add(new("field.required", field));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
