using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;

namespace IpCenter.Casework.Examination;

/// <summary>What an applicant changed in answer to a correction: form fields and views, each old and new.</summary>
public sealed record RoundComparison(CorrectionRound Round, IReadOnlyList<ChangedField> Fields, IReadOnlyList<ChangedView> Views)
{
    /// <summary>Compares each round with the next one, the last with the application as it stands.</summary>
    public static IReadOnlyList<RoundComparison> Of(ExaminationCase examined) => [.. examined.Rounds.Select((round, at) =>
    {
        var next = at + 1 < examined.Rounds.Count ? examined.Rounds[at + 1] : null;
        return new RoundComparison(
            round,
            ChangedField.Between(round.FormBefore, next?.FormBefore ?? examined.Application.Form),
            ChangedView.Since(round.RequestedAt, next?.RequestedAt ?? DateTimeOffset.MaxValue, examined.Views));
    })];
}

/// <summary>A field whose answer changed.</summary>
/// <param name="Key">One of <see cref="FieldKeys"/>.</param>
public sealed record ChangedField(string Key, string Before, string After)
{
    public static IReadOnlyList<ChangedField> Between(ApplicationForm before, ApplicationForm after)
    {
        var (old, now) = (Answers(before), Answers(after));
        return [.. old.Keys.Where(key => old[key] != now[key]).Select(key => new ChangedField(key, old[key], now[key]))];
    }

    private static Dictionary<string, string> Answers(ApplicationForm form) => new()
    {
        [FieldKeys.Kind] = form.Kind.ToString(),
        [FieldKeys.Designs] = string.Join("; ", form.Designs.OrderBy(d => d.Number).Select(d => string.Join(' ', ((string[])[$"{d.Number}:", d.ProductName, d.LocarnoClass, d.Difference]).Where(t => t.Length > 0))).Prepend($"{form.DesignCount}")),
        [FieldKeys.PartialMarking] = form.IsPartialDesign ? form.PartialMarking.ToString() : "",
        [FieldKeys.Interface] = form.IsGraphicalUserInterface ? "✓" : "",
        [FieldKeys.Priorities] = string.Join("; ", form.Priorities.Select(p => $"{p.Country} {p.Number} {p.Date:yyyy-MM-dd}".TrimEnd())),
        [FieldKeys.ProductName] = form.ProductName,
        [FieldKeys.Shape] = form.Shape.ToString(),
        [FieldKeys.LocarnoClass] = form.LocarnoClass,
        [FieldKeys.Use] = form.Brief.Use,
        [FieldKeys.DesignPoints] = form.Brief.DesignPoints,
        [FieldKeys.DesignatedView] = form.Brief.DesignatedView,
        [FieldKeys.OmittedViews] = string.Join("; ", form.Brief.OmittedViews.Select(v => $"{v.View}: {v.Reason}")),
        [FieldKeys.Colour] = form.Brief.ColourClaimed ? "✓" : "",
        [FieldKeys.ProtectedPart] = form.Brief.ProtectedPart,
        [FieldKeys.Disclosure] = form.Disclosure.IsAnswered ? $"{form.Disclosure.Kind} {form.Disclosure.EarliestDate:yyyy-MM-dd}".TrimEnd() : "",
        [FieldKeys.Applicants] = string.Join("; ", form.Applicants.Select(a => $"{a.Name}, {a.Address}, {a.Postcode}")),
        [FieldKeys.Designers] = string.Join("; ", form.Designers.Select(d => d.Name)),
        [FieldKeys.Agency] = form.Agency?.Name ?? "",
        [FieldKeys.Documents] = string.Join("; ", form.PresentDocuments.Concat(form.OwedDocuments).Distinct().Order()),
    };
}

/// <summary>A view that was replaced, added or taken away.</summary>
public sealed record ChangedView(int DesignNumber, string Position, ApplicationView? Before, ApplicationView? After)
{
    public static IReadOnlyList<ChangedView> Since(DateTimeOffset from, DateTimeOffset until, IReadOnlyList<ApplicationView> views)
    {
        var gone = views.Where(v => v.ReplacedAt >= from && v.ReplacedAt < until && v.AddedAt < from).ToList();
        var come = views.Where(v => v.AddedAt >= from && v.AddedAt < until && !(v.ReplacedAt < until)).ToList();
        return [.. gone.Concat(come).Select(v => (v.DesignNumber, v.Position)).Distinct().Select(place => new ChangedView(
            place.DesignNumber, place.Position,
            gone.Find(v => (v.DesignNumber, v.Position) == place),
            come.Find(v => (v.DesignNumber, v.Position) == place)))];
    }
}
