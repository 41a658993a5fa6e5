namespace IpCenter.Casework.Venues;

/// <summary>
/// Answers where a dispute may be heard, from dated and cited data: level and subject by <see cref="CompetentCourts"/>,
/// place by <see cref="FoundingPlaces"/>, and separately where the hearing may be held.
/// </summary>
public sealed class VenueEngine(VenueDataSet data)
{
    /// <summary>Below this an answer is always marked for confirmation by the court, whatever its entry says.</summary>
    public const decimal ConfirmBelow = 0.7m;

    private readonly FoundingPlaces _places = new(data);
    private readonly CompetentCourts _courts = new(data);

    public VenueAnswer Answer(VenueQuestion question)
    {
        var draft = new VenueDraft();
        if (data.Cause(question.Cause) is not { } cause)
            draft.Unknown = AskWindow($"数据中没有案由“{question.Cause}”", $"the data has no cause '{question.Cause}'");
        else if (RulesFor(question.Cause, question) is not { Count: > 0 } rules)
            draft.Unknown = NoRule(cause, question.FilingDate);
        else
            Apply(rules, question, draft);
        NameDisabledRules(question, draft);
        AddHints(question, draft);
        return Compose(question, draft);
    }

    private void Apply(List<VenueRule> rules, VenueQuestion question, VenueDraft draft)
    {
        foreach (var note in rules.Select(rule => rule.Note).OfType<Bilingual>())
            draft.Notes.Add(note);
        if (rules[0].FollowsUnderlying)
            FollowUnderlying(rules[0], question, draft);
        else
            Resolve(rules, question, _places.SetsFor(question.Cause, question.Setting), [], draft);
    }

    private void FollowUnderlying(VenueRule rule, VenueQuestion question, VenueDraft draft)
    {
        if (question.InvitedByCourt is { } inviting && data.Courts.Any(court => court.Id == inviting))
        {
            draft.Matches.Add(_courts.Fixed(rule, inviting));
            return;
        }

        if (question.UnderlyingCause is not { } underlying || data.Cause(underlying) is not { } cause)
        {
            draft.Ask("所涉纠纷的案由是什么？", "Which cause has the dispute behind it?");
            draft.Unknown = AskWindow("管辖取决于所涉纠纷，尚未说明", "the court depends on the dispute behind it, which is not given");
            return;
        }

        var rules = RulesFor(underlying, question);
        if (rules.Count == 0)
        {
            draft.Unknown = NoRule(cause, question.FilingDate);
            return;
        }

        var own = _places.SetsFor(question.Cause, null);
        var sets = own.Count > 0 ? own : _places.SetsFor(underlying, question.Setting);
        Resolve(rules, question, sets, [CompetentCourts.BasisOf(rule)], draft);
    }

    private void Resolve(
        List<VenueRule> rules, VenueQuestion question, IReadOnlyList<ConnectingPointSet> sets, IReadOnlyList<LegalBasis> onTop, VenueDraft draft)
    {
        foreach (var rule in rules.Where(rule => rule.Court is not null))
        {
            draft.Matches.Add(_courts.Fixed(rule, rule.Court!));
            if (rule.Exception is { } exception)
                draft.Hints.Add(new VenueHint(data.Court(exception.Court).Name, exception.When, CompetentCourts.BasisOf(rule)));
        }

        var byPlace = rules.Where(rule => rule.Court is null).ToList();
        if (byPlace.Count == 0)
            return;
        AskForConditions(byPlace, question, draft);
        var founding = _places.Of(question, sets, draft);
        foreach (var (point, around, basis) in founding)
        {
            var matches = byPlace.SelectMany(rule => _courts.By(rule, point, around, basis, question, draft)).ToList();
            if (matches.Count == 0)
                draft.Note(
                    $"{point.PlaceName.Zh}（{point.PointName.Zh}）：数据中没有对应的法院，当地可能另有管辖法院。",
                    $"{point.PlaceName.En} ({point.PointName.En}): the data names no court; another one there may be competent.");
            foreach (var match in matches)
                draft.Matches.Add(match with { Bases = [.. match.Bases, .. onTop] });
        }

        if (founding.Count == 0)
            draft.Ask("被告住所地或者侵权行为地在哪里？", "Where is the defendant's domicile, or where was the act?");
        if (draft.Matches.Count == 0)
            draft.Unknown = founding.Count == 0
                ? AskWindow("没有可以确定管辖的已知地点", "no known place founds jurisdiction")
                : AskWindow($"数据中没有法院在{question.FilingDate:yyyy-MM-dd}对这些地点和金额管辖此类案件", $"no court in the data takes such a case for these places and this amount on {question.FilingDate:yyyy-MM-dd}");
    }

    /// <summary>The rules in force for the cause; of two for the same condition the one of higher priority.</summary>
    private List<VenueRule> RulesFor(string cause, VenueQuestion question)
    {
        var taken = new List<VenueRule>();
        var inForce = data.Rules.Where(rule => rule.Enabled && rule.Causes.Contains(cause)
            && Effective.On(question.FilingDate, rule.EffectiveFrom, rule.EffectiveTo) && Fits(rule.Condition, question));
        foreach (var rule in inForce.OrderByDescending(rule => rule.Priority))
            if (!taken.Exists(other => other.Condition == RuleCondition.Always || other.Condition == rule.Condition))
                taken.Add(rule);
        return taken;
    }

    // The threshold differs by court, so an amount is compared with each court's power and not here.
    private static bool Fits(RuleCondition condition, VenueQuestion question) => condition switch
    {
        RuleCondition.AuthorityBelowCounty => question.AuthorityIsCountyOrAbove != true,
        RuleCondition.AuthorityCountyOrAbove => question.AuthorityIsCountyOrAbove != false,
        _ => true,
    };

    private static void AskForConditions(List<VenueRule> rules, VenueQuestion question, VenueDraft draft)
    {
        if (question.AmountCny is null && rules.Any(rule => rule.Condition is RuleCondition.BelowThreshold or RuleCondition.AtOrOverThreshold))
            draft.Ask("诉讼标的额是多少？级别管辖取决于金额。", "How much is claimed? The level of the court depends on it.");
        if (question.AuthorityIsCountyOrAbove is null && rules.Any(rule => rule.Condition is RuleCondition.AuthorityBelowCounty or RuleCondition.AuthorityCountyOrAbove))
            draft.Ask("行政行为由哪一级机关作出？", "Which level of authority acted?");
    }

    private void NameDisabledRules(VenueQuestion question, VenueDraft draft)
    {
        var disabled = data.Rules.Where(rule => !rule.Enabled && rule.Causes.Contains(question.Cause)
            && Effective.On(question.FilingDate, rule.EffectiveFrom, rule.EffectiveTo));
        foreach (var rule in disabled)
            draft.Signals.Add(new UncertainSignal(
                rule.Id, rule.Court is { } court ? data.Court(court).Name : rule.Basis, rule.Note ?? rule.Basis, rule.Confidence, rule.Source));
    }

    private void AddHints(VenueQuestion question, VenueDraft draft)
    {
        if (question.DefendantPlace is not { } domicile || data.Around(domicile) is not { } around)
            return;
        var inForce = data.Hints.Where(hint => (hint.Causes.Contains(question.Cause) || (question.UnderlyingCause is { } cause && hint.Causes.Contains(cause)))
            && Effective.On(question.FilingDate, hint.EffectiveFrom, hint.EffectiveTo));
        foreach (var hint in inForce)
            foreach (var (_, court) in hint.CourtsByDefendantPlace.Where(entry => around.Contains(entry.Key)))
                draft.Hints.Add(new VenueHint(court, hint.When, new LegalBasis(hint.Id, hint.Basis, hint.Confidence, hint.Source)));
    }

    private VenueAnswer Compose(VenueQuestion question, VenueDraft draft) => new()
    {
        DataVersion = data.Version,
        Question = question,
        Candidates =
        [
            .. draft.Matches.GroupBy(match => (match.Court.Id, match.Condition)).Select(group => Candidate([.. group], question.FilingDate))
                .OrderByDescending(candidate => candidate.Confidence).ThenBy(candidate => candidate.Court.Id, StringComparer.Ordinal),
        ],
        Unknown = draft.Unknown,
        Questions = draft.Questions,
        Hints = draft.Hints,
        Notes = [.. draft.Notes.Distinct()],
        UncertainSignals = draft.Signals,
        Disclaimer = data.Disclaimer,
    };

    private VenueCandidate Candidate(IReadOnlyList<VenueMatch> matches, DateOnly date)
    {
        var court = matches[0].Court;
        var confidence = matches.Max(match => match.Confidence);
        return new VenueCandidate
        {
            Court = court,
            Confidence = confidence,
            NeedsLocalConfirmation = confidence < ConfirmBelow || matches.All(match => match.NeedsLocalConfirmation),
            Bases = [.. matches.SelectMany(match => match.Bases).DistinctBy(basis => basis.Id)],
            FoundBy = [.. matches.Select(match => match.Founding).OfType<FoundingPoint>().Distinct()],
            Condition = matches[0].Condition,
            HearingOptions = [.. data.HearingOptions.Where(option =>
                (option.Court is null || option.Court == court.Id) && Effective.On(date, option.EffectiveFrom, option.EffectiveTo))],
            Journeys = [.. data.Journeys.Where(journey => journey.Court == court.Id)],
        };
    }

    private Bilingual NoRule(VenueTerm cause, DateOnly date)
    {
        var earliest = data.Rules.Where(rule => rule.Causes.Contains(cause.Key)).Select(rule => (DateOnly?)rule.EffectiveFrom).Min();
        return earliest > date
            ? AskWindow($"{date:yyyy-MM-dd}没有“{cause.Name.Zh}”的生效规则（数据自{earliest:yyyy-MM-dd}起）", $"no rule for '{cause.Name.En}' is in force on {date:yyyy-MM-dd} (the data begins on {earliest:yyyy-MM-dd})")
            : AskWindow($"{date:yyyy-MM-dd}没有“{cause.Name.Zh}”的生效规则", $"no rule for '{cause.Name.En}' is in force on {date:yyyy-MM-dd}");
    }

    private static Bilingual AskWindow(string zh, string en) => new($"无法确定：{zh}。请询问法院立案庭。", $"Unknown: {en}. Ask the court's filing window.");
}
