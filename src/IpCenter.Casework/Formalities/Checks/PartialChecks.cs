using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>NAME-03, BRIEF-06 and VIEW-09: what a partial design says and shows (细则第三十条第二款、第三十一条第三款; 专利审查指南第一部分第三章4.4).</summary>
internal static class PartialChecks
{
    /// <summary>Characters that say "part" or "place" of anything: shared, they name nothing (领部, 腰部).</summary>
    private const string Fillers = "的部分处位";

    public static IEnumerable<Finding> Run(CheckContext context) => !context.Facts.IsPartialDesign
        ? []
        : [.. Answers(context.Facts), .. context.Designs.SelectMany(design => Views(context, design))];

    private static IEnumerable<Finding> Answers(ApplicationFacts facts)
    {
        if (facts.Brief is not { } brief)
            yield break;
        if (ChineseText.IsBlank(brief.PartUse))
            yield return Defects.PartUseMissing.InField(FieldKeys.PartUse);
        var (name, part) = (ChineseText.Normal(facts.ProductName), ChineseText.Normal(brief.ProtectedPart));
        // Behind the last 的 stands the part: 连衣裙的领部.
        var named = name.LastIndexOf('的') is var at and > 0 && at < name.Length - 1 ? name[(at + 1)..] : "";
        if (part.Length > 0 && named.Length > 0 && !part.Any(letter => !Fillers.Contains(letter, StringComparison.Ordinal) && named.Contains(letter, StringComparison.Ordinal)))
            yield return Defects.NamePartDiffers.InField(FieldKeys.ProductName).With("name", name).With("part", part);
    }

    private static IEnumerable<Finding> Views(CheckContext context, DesignViews design)
    {
        if (design.ShowsComponentsOnly)
            yield return Defects.WholeProductMissing.At(design.Place);
        if (context.Facts.PartialMarking != PartialMarking.SolidAndDashedLines)
            yield break;
        foreach (var view in design.Views.Where(view => !view.IsReference))
            if (view.Facts.Measured is not { } measured || measured.DepictionConfidence < context.Limits.MinDepictionConfidence)
                continue;
            else if (measured.Depiction == Depiction.Photograph)
                yield return Defects.DashesInPhotograph.At(view.Place).With("view", view.Name);
            else if (measured is { Depiction: Depiction.LineDrawing, Lines: { } lines } && lines.DashedShare <= 0 && lines.DashDotChains == 0)
                yield return Defects.DashesMissing.At(view.Place).With("view", view.Name);
    }
}
