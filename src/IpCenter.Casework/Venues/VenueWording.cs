namespace IpCenter.Casework.Venues;

/// <summary>Puts an answer into sentences: courts, authority, how sure, how founded, where heard, how far; or why it is unknown.</summary>
public static class VenueWording
{
    public static IReadOnlyList<Bilingual> Explain(VenueAnswer answer) =>
        [
            .. answer.Unknown is { } unknown ? [unknown] : Array.Empty<Bilingual>(),
            .. answer.Candidates.SelectMany(Explain),
            .. answer.Candidates.Count > 1 ? [Choice] : Array.Empty<Bilingual>(),
            .. answer.Hints.Select(hint => new Bilingual(
                $"另请考虑：{hint.Court.Zh}，{hint.When.Zh}（{hint.Basis.Text.Zh}）。",
                $"Also consider: {hint.Court.En}, {hint.When.En} ({hint.Basis.Text.En}).")),
            .. answer.Questions.Select(question => new Bilingual($"请补充：{question.Zh}", $"Please add: {question.En}")),
            .. answer.Notes,
            .. answer.UncertainSignals.Select(signal => new Bilingual(
                $"未确认的线索（未采用）：{signal.Court.Zh}。{signal.Words.Zh}",
                $"Unconfirmed signal (not used): {signal.Court.En}. {signal.Words.En}")),
            new Bilingual($"{answer.Disclaimer.Zh}（数据版本{answer.DataVersion}）", $"{answer.Disclaimer.En} (data {answer.DataVersion})"),
        ];

    private static Bilingual Choice { get; } = new(
        "两个以上法院都有管辖权的，由原告选择，由最先立案的法院管辖（民事诉讼法第36条）。",
        "Where several courts are competent the plaintiff chooses, and the first to docket keeps the case (Civil Procedure Law art. 36).");

    private static IEnumerable<Bilingual> Explain(VenueCandidate candidate)
    {
        var name = candidate.Court.Name;
        yield return new(
            $"候选法院：{name.Zh}{(candidate.Condition is { } zh ? $"（{zh.Zh}）" : "")}，可信度{candidate.Confidence:0.##}{(candidate.NeedsLocalConfirmation ? "，待立案庭确认" : "")}。",
            $"Candidate: {name.En}{(candidate.Condition is { } en ? $" ({en.En})" : "")}, confidence {candidate.Confidence:0.##}{(candidate.NeedsLocalConfirmation ? ", to be confirmed by the filing window" : "")}.");
        yield return new(
            $"依据：{string.Join("；", candidate.Bases.Select(basis => basis.Text.Zh))}。",
            $"Basis: {string.Join("; ", candidate.Bases.Select(basis => basis.Text.En))}.");
        if (candidate.FoundBy.Count > 0)
            yield return new(
                $"连结点：{string.Join("、", candidate.FoundBy.Select(point => $"{point.PointName.Zh}（{point.PlaceName.Zh}）"))}。",
                $"Founded by: {string.Join(", ", candidate.FoundBy.Select(point => $"{point.PointName.En} ({point.PlaceName.En})"))}.");
        foreach (var option in candidate.HearingOptions)
            yield return new($"可以在此开庭：{option.Name.Zh}（可信度{option.Confidence:0.##}）。", $"May be heard by: {option.Name.En} (confidence {option.Confidence:0.##}).");
        foreach (var journey in candidate.Journeys)
            yield return new($"路程：{journey.Words().Zh}{journey.Seat?.Zh}。", $"Way: {journey.Words().En}{(journey.Seat is { } seat ? $" ({seat.En})" : "")}.");
    }
}
