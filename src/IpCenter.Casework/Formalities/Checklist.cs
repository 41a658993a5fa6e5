using System.Globalization;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.Formalities.Checks;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities;

/// <summary>The questions that software cannot answer, or not alone, for the examiner of one application.</summary>
public static class Checklist
{
    /// <summary>The questions that apply to this application with the default limits, in the order of the catalogue.</summary>
    public static IReadOnlyList<ChecklistItem> ForExaminer(ApplicationFacts facts, RuleCatalogue catalogue) =>
        ForExaminer(facts, catalogue, new FormalityThresholds());

    /// <summary>The questions that apply to this application, in the order of the catalogue.</summary>
    public static IReadOnlyList<ChecklistItem> ForExaminer(ApplicationFacts facts, RuleCatalogue catalogue, FormalityThresholds thresholds)
    {
        var remarks = FormalityChecker.Check(facts, catalogue, thresholds).ToLookup(remark => remark.RuleId);
        return [.. catalogue.Rules
            .Where(rule => rule.Question is not null && Applies(rule.Id, facts))
            .Select(rule => new ChecklistItem(
                rule.Id, rule.Question!, rule.Message, rule.Fix, rule.Severity, rule.Citation,
                [.. remarks[rule.Id]], [.. Leads(rule.Id, facts, catalogue, thresholds)]))];
    }

    private static bool Applies(string ruleId, ApplicationFacts facts) => ruleId switch
    {
        "NAME-03" or "VIEW-09" => facts.IsPartialDesign,
        "NAME-04" or "GUI-01" => facts.IsGraphicalUserInterface,
        "VIEW-01" => facts.Shape != ProductShape.Flat,
        "VIEW-02" => facts.Shape == ProductShape.Flat,
        "UNITY-01" => facts.Kind == ApplicationKind.SimilarDesigns,
        "UNITY-02" => facts.Kind == ApplicationKind.Set,
        "IMG-05" or "IMG-06" => Depictions(facts).Any(depiction => depiction != Depiction.LineDrawing),
        "IMG-10" => Depictions(facts).Any(depiction => depiction is Depiction.LineDrawing or Depiction.Unknown),
        _ => true,
    };

    private static IEnumerable<Depiction> Depictions(ApplicationFacts facts) =>
        facts.Designs.SelectMany(design => design.Views).Select(view => view.Measured?.Depiction ?? Depiction.Unknown);

    private static IEnumerable<Evidence> Leads(string ruleId, ApplicationFacts facts, RuleCatalogue catalogue, FormalityThresholds thresholds) => ruleId switch
    {
        "SUB-01" => ChineseText.WordsIn(facts.ProductName, catalogue.Words(WordListIds.FlatPrints)).Select(word => new Evidence(new("名称中的词", "word in the name"), word)),
        "SUB-04" => facts.Disclosure is { Kind: not DisclosureKind.None, EarliestDate: { } date }
            ? [Disclosed(facts.Disclosure.Kind, date)]
            : [],
        "HONEST-01" => Pattern(facts.Pattern, thresholds),
        _ => [],
    };

    private static Evidence Disclosed(DisclosureKind kind, DateOnly date)
    {
        var how = SubjectChecks.Name(kind);
        return new Evidence(new($"最早公开（{how.Zh}）", $"earliest disclosure ({how.En})"), CheckContext.Date(date));
    }

    /// <summary>令第77号第三条: many filings without design activity, or scattered over connected applicants. Counts, not accusations.</summary>
    private static IEnumerable<Evidence> Pattern(FilingPattern pattern, FormalityThresholds thresholds)
    {
        if (pattern.DesignsByDesignerInSevenDays >= thresholds.BurstDesignsPerWeek)
            yield return new Evidence(new("第一设计人七天内的设计", "designs of the first designer in seven days"), Text(pattern.DesignsByDesignerInSevenDays), "≥", Text(thresholds.BurstDesignsPerWeek));
        if (pattern.OtherApplicantsAtSameAddress > 0)
            yield return new Evidence(new("同一地址的其他申请人", "other applicants at the same address"), Text(pattern.OtherApplicantsAtSameAddress), ">", "0");
        if (pattern.HasDesignSource)
            yield return new Evidence(new("设计过程材料", "working material of the design"), "✓");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
