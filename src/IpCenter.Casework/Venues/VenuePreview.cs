using System.Globalization;

namespace IpCenter.Casework.Venues;

/// <summary>What a change of the data would change, asked of past or typical questions before it is put into force.</summary>
public static class VenuePreview
{
    public static IReadOnlyList<VenueChange> Compare(VenueDataSet before, VenueDataSet after, IEnumerable<VenueQuestion> questions)
    {
        var (old, next) = (new VenueEngine(before), new VenueEngine(after));
        return
        [
            .. questions.Select(question => new VenueChange(question, old.Answer(question), next.Answer(question)))
                .Where(change => Substance(change.Before) != Substance(change.After)),
        ];
    }

    /// <summary>Everything of an answer on which somebody could act, leaving out its version and the wording of its notes.</summary>
    private static string Substance(VenueAnswer answer) => string.Join('\n', [
        .. answer.Candidates.Select(candidate => string.Create(
            CultureInfo.InvariantCulture,
            $"{candidate.Court.Id} {candidate.Confidence} {candidate.NeedsLocalConfirmation} {candidate.Condition} {string.Join(',', candidate.Bases.Select(basis => basis.Id))} {string.Join(',', candidate.HearingOptions.Select(option => option.Id))}")),
        .. answer.Hints.Select(hint => hint.Court.Zh),
        .. answer.Questions.Select(question => question.Zh),
        answer.Unknown?.Zh ?? "",
    ]);
}
