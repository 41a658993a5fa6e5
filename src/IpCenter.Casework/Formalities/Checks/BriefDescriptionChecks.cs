using System.Globalization;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>BRIEF-01, 02 and 04 to 09: what the brief description must and must not say (细则第三十一条). Omitted views are in <see cref="OmissionChecks"/>.</summary>
internal static class BriefDescriptionChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) => context.Facts.Brief is not { } brief
        ? []
        : [.. FourContents(brief), .. DesignatedView(context, brief), .. Colour(context, brief), .. BasicDesign(context.Facts, brief),
            .. ProtectedPart(context.Facts, brief), .. Wording(context, brief), .. Pattern(context.Facts, brief)];

    private static IEnumerable<Finding> FourContents(BriefDescriptionFacts brief)
    {
        if (ChineseText.IsBlank(brief.ProductName))
            yield return Defects.BriefNameMissing.InField(FieldKeys.BriefProductName);
        if (ChineseText.IsBlank(brief.Use))
            yield return Defects.UseMissing.InField(FieldKeys.Use);
        if (ChineseText.IsBlank(brief.DesignPoints))
            yield return Defects.DesignPointsMissing.InField(FieldKeys.DesignPoints);
        if (ChineseText.IsBlank(brief.DesignatedView))
            yield return Defects.DesignatedViewMissing.InField(FieldKeys.DesignatedView);
    }

    private static IEnumerable<Finding> DesignatedView(CheckContext context, BriefDescriptionFacts brief)
    {
        if (ChineseText.IsBlank(brief.DesignatedView))
            yield break;
        var wanted = ViewLabel.Parse(brief.DesignatedView);
        var isThere = context.Views.Any(view => wanted is not null && view.Label is not null
            ? view.Label.Zh == wanted.Zh
            : ChineseText.Normal(view.Facts.Name) == ChineseText.Normal(brief.DesignatedView));
        if (!isThere)
            yield return Defects.DesignatedViewUnknown.InField(FieldKeys.DesignatedView).With("view", wanted?.Name ?? Bilingual.Same(brief.DesignatedView));
    }

    private static IEnumerable<Finding> Colour(CheckContext context, BriefDescriptionFacts brief)
    {
        if (!brief.ColourClaimed)
            yield break;
        // A black product is gray in a colour file as well: only a file without colour is a defect for certain.
        foreach (var view in context.Views.Where(view => !view.IsReference))
            if (view.Facts.ColourModel == ColourModel.Gray)
                yield return Defects.ColourGrayView.At(view.Place).With("view", view.Name);
            else if (view.Facts.IsGray)
                yield return Defects.ColourlessView.At(view.Place).With("view", view.Name);
        if (!ChineseText.IsBlank(brief.Text) && !brief.Text.Contains("色彩", StringComparison.Ordinal))
            yield return Defects.ColourNotStated.InField(FieldKeys.BriefText);
    }

    private static IEnumerable<Finding> BasicDesign(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        if (facts.Kind != ApplicationKind.SimilarDesigns)
            yield break;
        var named = brief.BasicDesigns.Distinct().Order().ToList();
        if (named.Count == 0)
            yield return Defects.BasicDesignMissing.InField(FieldKeys.BasicDesign);
        if (named.Count > 1)
            yield return Defects.BasicDesignSeveral.InField(FieldKeys.BasicDesign).With("numbers", string.Join("、", named));
        foreach (var number in named.Where(number => facts.Designs.All(design => design.Number != number)))
            yield return Defects.BasicDesignUnknown.InField(FieldKeys.BasicDesign).With("number", number.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<Finding> ProtectedPart(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        if (facts.IsPartialDesign && facts.PartialMarking != PartialMarking.SolidAndDashedLines && ChineseText.IsBlank(brief.ProtectedPart))
            yield return Defects.ProtectedPartMissing.InField(FieldKeys.ProtectedPart);
    }

    private static IEnumerable<Finding> Wording(CheckContext context, BriefDescriptionFacts brief)
    {
        (string Key, string Text)[] texts =
        [
            (FieldKeys.Use, brief.Use),
            (FieldKeys.DesignPoints, brief.DesignPoints),
            (FieldKeys.ProtectedPart, brief.ProtectedPart),
            (FieldKeys.BriefText, brief.Text),
        ];
        (string List, Defect Defect)[] lists =
        [
            (WordListIds.Promotion, Defects.BriefPromotion),
            (WordListIds.Performance, Defects.BriefPerformance),
            (WordListIds.InnerStructure, Defects.BriefInnerStructure),
        ];
        return from text in texts
               from list in lists
               from word in context.WordsIn(list.List, text.Text)
               select list.Defect.InField(text.Key).With("word", word);
    }

    private static IEnumerable<Finding> Pattern(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        var isFabric = facts.LocarnoClass is { } code && (code.StartsWith("05-05", StringComparison.Ordinal) || code.StartsWith("05-06", StringComparison.Ordinal));
        if (isFabric && brief.EndlessPattern == EndlessPattern.Unanswered)
            yield return Defects.PatternUnanswered.InField(FieldKeys.EndlessPattern);
    }
}
