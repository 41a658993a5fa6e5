using System.Globalization;
using System.Text;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.Formalities.Checks;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities;

/// <summary>
/// The automatic formality check of a design application. Pure: the same facts, catalogue and limits give the same remarks,
/// in the same order, whatever the order of the views.
/// </summary>
public static class FormalityChecker
{
    private static readonly Func<CheckContext, IEnumerable<Finding>>[] Families =
    [
        DocumentChecks.Run, PeopleChecks.Run, NameChecks.Run, BriefDescriptionChecks.Run, OmissionChecks.Run, ViewNameChecks.Run, ViewComparisonChecks.Run,
        ImageChecks.Run, DrawingChecks.Run, SubjectChecks.Run, UnityChecks.Run, PriorityChecks.Run, FastTrackChecks.Run,
        InterfaceChecks.Run, PartialChecks.Run,
    ];

    private static readonly Dictionary<Defect, int> CaseOrder = Defects.All.Index().ToDictionary(defect => defect.Item, defect => defect.Index);

    /// <summary>Checks with the default limits.</summary>
    public static IReadOnlyList<Remark> Check(ApplicationFacts facts, RuleCatalogue catalogue) => Check(facts, catalogue, new FormalityThresholds());

    /// <summary>All remarks, the heaviest first, then in the order of the catalogue and of the places.</summary>
    public static IReadOnlyList<Remark> Check(ApplicationFacts facts, RuleCatalogue catalogue, FormalityThresholds thresholds)
    {
        var context = new CheckContext(facts, catalogue, thresholds);
        return [.. Families
            .SelectMany(family => family(context))
            .Select(finding => (Finding: finding, Remark: Word(finding, catalogue)))
            .OrderByDescending(found => found.Remark.Severity)
            .ThenBy(found => catalogue.OrderOf(found.Remark.RuleId))
            .ThenBy(found => CaseOrder[found.Finding.Defect])
            .ThenBy(found => found.Remark.Place.Field, StringComparer.Ordinal)
            .ThenBy(found => found.Remark.Place.Design)
            .ThenBy(found => found.Remark.Place.View is { } view ? ViewLabel.Parse(view)?.Kind : null)
            .ThenBy(found => found.Remark.Place.View, StringComparer.Ordinal)
            .ThenBy(found => found.Remark.Message.Zh, StringComparer.Ordinal)
            .ThenBy(found => string.Join('\n', found.Remark.Evidence), StringComparer.Ordinal)
            .Select(found => found.Remark)];
    }

    private static Remark Word(Finding finding, RuleCatalogue catalogue)
    {
        var rule = catalogue.Rule(finding.Defect.RuleId);
        var wording = rule.Cases[finding.Defect.Case];
        return new Remark(
            rule.Id, finding.Defect.Case, wording.Severity, wording.OnSubmission, finding.Place,
            Fill(wording.Message, finding), Fill(wording.Fix, finding), finding.Arguments, finding.Evidence, rule.Citation);
    }

    private static Bilingual Fill(Bilingual template, Finding finding) =>
        new(Fill(template.Zh, finding, value => value.Zh), Fill(template.En, finding, value => value.En));

    /// <summary>One pass over the template, so that a value that looks like a placeholder stays as it was written.</summary>
    private static string Fill(string template, Finding finding, Func<Bilingual, string> inLanguage)
    {
        var text = new StringBuilder(template.Length);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            var name = rest.Slice(open + 1, length - 1).ToString();
            text.Append(rest[..open]);
            text.Append(CultureInfo.InvariantCulture, $"{inLanguage(finding.Arguments[name])}");
            rest = rest[(open + length + 1)..];
        }
        return text.Append(rest).ToString();
    }
}
