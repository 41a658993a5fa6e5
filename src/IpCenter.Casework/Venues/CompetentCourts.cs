namespace IpCenter.Casework.Venues;

/// <summary>Jurisdiction by level and subject: from a rule and a place to the courts that may hear the case.</summary>
internal sealed class CompetentCourts(VenueDataSet data)
{
    public IEnumerable<VenueMatch> By(
        VenueRule rule, FoundingPoint point, IReadOnlyList<string> around, LegalBasis pointBasis, VenueQuestion question, VenueDraft draft)
    {
        if (rule.Level is { } level)
            return data.Courts.Where(court => court.Level == level && around.Contains(court.Area))
                .Select(court => new VenueMatch(court, point, [BasisOf(rule), pointBasis], rule.NeedsLocalConfirmation, Condition(rule, null)));
        var powers = data.Powers
            .Where(power => power.Power == rule.Power && power.Area.Any(around.Contains) && power.Takes(question.AmountCny)
                && Effective.On(question.FilingDate, power.EffectiveFrom, power.EffectiveTo))
            .ToList();
        foreach (var power in powers.Where(power => !power.Enabled && draft.Signals.All(signal => signal.Id != power.Id)))
            draft.Signals.Add(new UncertainSignal(power.Id, data.Court(power.Court).Name, power.Note ?? power.Basis, power.Confidence, power.Source));
        return powers.Where(power => power.Enabled).Select(power => new VenueMatch(
            data.Court(power.Court),
            point,
            [BasisOf(rule), new LegalBasis(power.Id, power.Basis, power.Confidence, power.Source), pointBasis],
            rule.NeedsLocalConfirmation || power.NeedsLocalConfirmation,
            question.AmountCny is null || rule.Condition is RuleCondition.AuthorityBelowCounty or RuleCondition.AuthorityCountyOrAbove
                ? Condition(rule, power)
                : null));
    }

    public VenueMatch Fixed(VenueRule rule, string court) =>
        new(data.Court(court), null, [BasisOf(rule)], rule.NeedsLocalConfirmation, null);

    public static LegalBasis BasisOf(VenueRule rule) => new(rule.Id, rule.Basis, rule.Confidence, rule.Source);

    private static Bilingual? Condition(VenueRule rule, CourtPower? power) => rule.Condition switch
    {
        RuleCondition.AuthorityBelowCounty => new("作出行政行为的机关低于县级人民政府的", "if an authority below a county government acted"),
        RuleCondition.AuthorityCountyOrAbove => new("县级以上人民政府、国务院部门或者海关作出行政行为的", "if a county government or above, a ministry or the customs acted"),
        _ when power?.AmountBelowCny is { } below => new($"诉讼标的额低于{below:N0}元的", $"if the amount claimed is below {below:N0} yuan"),
        _ when power?.AmountFromCny is { } from => new($"诉讼标的额在{from:N0}元以上（含本数）的", $"if the amount claimed is {from:N0} yuan or more"),
        _ => null,
    };
}
