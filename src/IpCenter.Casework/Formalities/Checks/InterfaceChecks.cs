using System.Globalization;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>
/// NAME-04 and GUI-01 to GUI-03: what a graphical user interface has to say of itself beyond other designs (专利审查指南第一部分第三章4.5).
/// </summary>
internal static class InterfaceChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) => !context.Facts.IsGraphicalUserInterface
        ? []
        : [.. Answers(context.Facts), .. Name(context.Facts), .. context.Facts.Brief is { InterfaceMoves: true } ? context.Designs.SelectMany(States) : []];

    private static IEnumerable<Finding> Answers(ApplicationFacts facts)
    {
        if (facts.Brief is not { } brief)
            yield break;
        if (ChineseText.IsBlank(brief.InterfaceUse))
            yield return Defects.InterfaceUseMissing.InField(FieldKeys.InterfaceUse);
        if (ChineseText.IsBlank(brief.InterfaceProduct))
            yield return Defects.InterfaceProductMissing.InField(FieldKeys.InterfaceProduct);
        if (ChineseText.IsBlank(brief.InterfaceArea))
            yield return Defects.InterfaceAreaMissing.InField(FieldKeys.InterfaceArea);
        if (ChineseText.IsBlank(brief.Interaction))
            yield return Defects.InteractionMissing.InField(FieldKeys.Interaction);
        if (brief.InterfaceMoves && ChineseText.IsBlank(brief.InterfaceChange))
            yield return Defects.InterfaceChangeMissing.InField(FieldKeys.InterfaceChange);
    }

    /// <summary>The applicant said which product shows the interface: the name says it too.</summary>
    private static IEnumerable<Finding> Name(ApplicationFacts facts)
    {
        var (name, product) = (ChineseText.Normal(facts.ProductName), ChineseText.Normal(facts.Brief?.InterfaceProduct ?? ""));
        if (name.Length > 0 && product.Length > 0 && !name.Contains(product, StringComparison.OrdinalIgnoreCase))
            yield return Defects.NameInterfaceProduct.InField(FieldKeys.ProductName).With("name", name).With("product", product);
    }

    /// <summary>A moving picture is determined by its key states, counted in the order in which they follow.</summary>
    private static IEnumerable<Finding> States(DesignViews design)
    {
        var states = design.Views.Where(view => view.Label?.Kind == ViewKind.ChangedState).Select(view => view.Label!.Ordinal ?? 1).Order().ToList();
        if (states.Count == 0)
            yield return Defects.InterfaceStatesMissing.At(design.Place);
        else if (!states.SequenceEqual(Enumerable.Range(1, states.Count)))
            yield return Defects.InterfaceStatesGap.At(design.Place).With("numbers", string.Join("、", states.Select(state => state.ToString(CultureInfo.InvariantCulture))));
    }
}
