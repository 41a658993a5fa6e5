using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>UNITY-01 to UNITY-03: which designs may share one application (专利法第三十一条第二款; 细则第四十条).</summary>
internal static class UnityChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) => context.Facts.Kind switch
    {
        ApplicationKind.SimilarDesigns => [.. Similar(context), .. Mixed(context, ViewPrefix.SetItem, false)],
        ApplicationKind.Set => [.. Set(context.Facts), .. Mixed(context, ViewPrefix.Design, context.Facts.Brief?.BasicDesigns.Count > 0)],
        _ => Single(context.Facts),
    };

    private static IEnumerable<Finding> Single(ApplicationFacts facts)
    {
        if (facts.Designs.Count > 1)
            yield return Found(Defects.SeveralInSingle).With("count", CheckContext.Number(facts.Designs.Count));
    }

    private static IEnumerable<Finding> Similar(CheckContext context)
    {
        var designs = context.Facts.Designs;
        if (designs.Count < 2)
            yield return Found(Defects.TooFewSimilar);
        if (designs.Count > context.Limits.MaxSimilarDesigns)
            yield return Found(Defects.TooManySimilar).With("count", CheckContext.Number(designs.Count)).With("limit", CheckContext.Number(context.Limits.MaxSimilarDesigns))
                .Seen(new("设计项数", "designs"), CheckContext.Number(designs.Count), ">", CheckContext.Number(context.Limits.MaxSimilarDesigns));
        var names = designs.Select(design => ChineseText.Normal(design.ProductName ?? context.Facts.ProductName)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (names.Count > 1)
            yield return Found(Defects.ProductsDiffer).With("names", string.Join("、", names));
    }

    private static IEnumerable<Finding> Set(ApplicationFacts facts)
    {
        if (facts.Designs.Count < 2)
            yield return Found(Defects.TooFewInSet);
        if (facts.IsPartialDesign)
            yield return Found(Defects.PartialInSet);
        var classes = facts.Designs.Select(design => design.LocarnoClass ?? facts.LocarnoClass).OfType<string>()
            .Select(code => code.Split('-')[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        if (classes.Count > 1)
            yield return Found(Defects.SetClassesDiffer).With("classes", string.Join("、", classes));
    }

    private static IEnumerable<Finding> Mixed(CheckContext context, ViewPrefix other, bool isNamed)
    {
        if (isNamed || context.Views.Any(view => view.Label?.Prefix == other))
            yield return Found(Defects.SetAndSimilar);
    }

    private static Finding Found(Defect defect) => defect.InField(FieldKeys.Kind);
}
