using System.Globalization;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities;

/// <summary>
/// Writes the brief description (简要说明) from the guided answers, in the wording that is customary at the office, with
/// numbered sentences (细则第三十一条; 专利审查指南第一部分第三章4.3). The Chinese text is filed; the English one is for reading.
/// Answers that are missing leave their sentence out: the formality check asks for them.
/// </summary>
public static class BriefDescriptionWriter
{
    /// <summary>The numbered text in both languages, one sentence to a line.</summary>
    public static Bilingual Write(ApplicationFacts facts)
    {
        var sentences = Sentences(facts);
        return new Bilingual(Numbered(sentences.Select(sentence => sentence.Zh)), Numbered(sentences.Select(sentence => sentence.En)));
    }

    /// <summary>The sentences in their customary order, without numbers.</summary>
    public static IReadOnlyList<Bilingual> Sentences(ApplicationFacts facts) => facts.Brief is not { } brief
        ? []
        : [.. FourContents(facts, brief), .. Interface(facts, brief), .. Designs(facts, brief), .. Omissions(facts, brief), .. Claims(facts, brief), .. Material(brief)];

    private static IEnumerable<Bilingual> FourContents(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        if (Has(brief.ProductName))
            yield return new($"本外观设计产品的名称：{Clean(brief.ProductName)}。", $"Name of the product: {Clean(brief.ProductName)}.");
        if (Has(brief.Use))
            yield return new($"本外观设计产品的用途：{Clean(brief.Use)}。", $"Use of the product: {Clean(brief.Use)}.");
        if (facts.IsGraphicalUserInterface && Has(brief.InterfaceUse))
            yield return new($"图形用户界面的用途：{Clean(brief.InterfaceUse)}。", $"Use of the graphical user interface: {Clean(brief.InterfaceUse)}.");
        if (facts.IsPartialDesign && Has(brief.PartUse))
            yield return new($"请求保护的局部的用途：{Clean(brief.PartUse)}。", $"Use of the protected part: {Clean(brief.PartUse)}.");
        if (Has(brief.DesignPoints))
            yield return new($"本外观设计产品的设计要点：{Clean(brief.DesignPoints)}。", $"Design points of the product: {Clean(brief.DesignPoints)}.");
        if (Has(brief.DesignatedView))
            yield return new($"最能表明设计要点的图片或照片：{ViewName(brief.DesignatedView).Zh}。", $"Picture that best shows the design points: {ViewName(brief.DesignatedView).En}.");
    }

    /// <summary>Where the interface is, how one works with it, and how a moving one changes (专利审查指南第一部分第三章4.5.3).</summary>
    private static IEnumerable<Bilingual> Interface(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        if (!facts.IsGraphicalUserInterface)
            yield break;
        if (Has(brief.InterfaceArea))
            yield return new($"图形用户界面在产品中的区域：{Clean(brief.InterfaceArea)}。", $"Where the interface is on the product: {Clean(brief.InterfaceArea)}.");
        if (Has(brief.Interaction))
            yield return new($"人机交互方式：{Clean(brief.Interaction)}。", $"How a person works with it: {Clean(brief.Interaction)}.");
        if (brief.InterfaceMoves && Has(brief.InterfaceChange))
            yield return new($"界面的变化过程：{Clean(brief.InterfaceChange)}。", $"How the interface changes: {Clean(brief.InterfaceChange)}.");
    }

    private static IEnumerable<Bilingual> Designs(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        if (facts.Kind == ApplicationKind.SimilarDesigns && brief.BasicDesigns.Count == 1)
            yield return new(Text($"指定设计{brief.BasicDesigns[0]}为基本设计。"), Text($"Design {brief.BasicDesigns[0]} is the basic design."));
        if (facts.Kind != ApplicationKind.Set)
            yield break;
        foreach (var item in facts.Designs.OrderBy(design => design.Number).Where(design => Has(design.ProductName)))
            yield return new(Text($"套件{item.Number}：{Clean(item.ProductName!)}。"), Text($"Set item {item.Number}: {Clean(item.ProductName!)}."));
    }

    /// <summary>Of the designs and faces that are filed: what was answered before the number or the shape changed is no part of the text.</summary>
    private static IEnumerable<Bilingual> Omissions(ApplicationFacts facts, BriefDescriptionFacts brief) => brief.OmittedViews
        .Where(view => view.Reason != OmissionReason.Unanswered && IsFiled(facts, view))
        .GroupBy(view => (view.Design, view.Reason, view.Counterpart))
        .OrderBy(group => group.Key.Design).ThenBy(group => group.Key.Reason).ThenBy(group => group.Key.Counterpart)
        .Select(group => Omission(facts.Kind, group.Key.Design, group.Key.Reason, group.Key.Counterpart, [.. group.Select(view => view.View).Distinct().Order()]))
        .OfType<Bilingual>();

    private static bool IsFiled(ApplicationFacts facts, OmittedView view) =>
        (facts.Designs.Count == 0 || view.Design is null || facts.Designs.Any(design => design.Number == view.Design))
        && (facts.Shape != ProductShape.Flat || view.View is ViewKind.Front or ViewKind.Back);

    private static Bilingual? Omission(ApplicationKind kind, int? design, OmissionReason reason, ViewKind? counterpart, ViewKind[] views)
    {
        var zh = string.Join("、", views.Select(view => ViewNames.Of(view).Name.Zh));
        var en = string.Join(", ", views.Select(view => ViewNames.Of(view).Name.En.ToLowerInvariant()));
        var be = views.Length > 1 ? "are" : "is";
        // As the views are named: a piece of a set is 套件N, a similar design 设计N, and a single design has no number.
        var (inZh, inEn) = (kind, design) switch
        {
            (ApplicationKind.Set, { } number) => (Text($"套件{number}的"), Text($"Set item {number}: ")),
            (ApplicationKind.SimilarDesigns, { } number) => (Text($"设计{number}的"), Text($"Design {number}: ")),
            _ => ("", ""),
        };
        var other = counterpart is { } opposite ? ViewNames.Of(opposite).Name : null;
        (string Zh, string En)? reasonText = (reason, other) switch
        {
            (OmissionReason.Identical, not null) => ($"{zh}与{other.Zh}相同", $"identical with the {other.En.ToLowerInvariant()}"),
            (OmissionReason.Symmetric, not null) => ($"{zh}与{other.Zh}对称", $"symmetric to the {other.En.ToLowerInvariant()}"),
            (OmissionReason.NotVisibleInUse, _) => ($"{zh}为使用时不容易看到或看不到的面", "not easily seen, or not seen at all, in use"),
            (OmissionReason.NoDesignPoint, _) => ($"{zh}无设计要点", "without design points"),
            (OmissionReason.Thin, _) => ($"产品厚度较薄，{zh}无设计要点", "the edge of a thin product"),
            _ => null,
        };
        return reasonText is { } text
            ? new($"{inZh}{text.Zh}，省略{inZh}{zh}。", $"{inEn}{(inEn.Length > 0 ? "t" : "T")}he {en} {be} omitted: {text.En}.")
            : null;
    }

    private static IEnumerable<Bilingual> Claims(ApplicationFacts facts, BriefDescriptionFacts brief)
    {
        if (brief.ColourClaimed)
            yield return new("请求保护的外观设计包含色彩。", "The claimed design includes colour.");
        if (facts.IsPartialDesign && Has(brief.ProtectedPart))
            yield return new($"本外观设计为局部外观设计，请求保护的局部为{Clean(brief.ProtectedPart)}。", $"This is a partial design; the protected part is {Clean(brief.ProtectedPart)}.");
        if (facts is { IsPartialDesign: true, PartialMarking: PartialMarking.SolidAndDashedLines })
            yield return new("图中实线部分为请求保护的局部，虚线部分为其他部分。", "Solid lines show the protected part, dashed lines the rest.");
        if (facts is { IsPartialDesign: true, PartialMarking: PartialMarking.TranslucentLayer })
            yield return new("图中单色半透明层覆盖的部分为不请求保护的部分。", "What lies under the translucent layer is not claimed.");
    }

    private static IEnumerable<Bilingual> Material(BriefDescriptionFacts brief)
    {
        if (brief.EndlessPattern == EndlessPattern.FourWay)
            yield return new("单元图案四方连续而无限定边界。", "The unit pattern repeats in four directions without boundary.");
        if (brief.EndlessPattern == EndlessPattern.TwoWay)
            yield return new("单元图案二方连续而无限定边界。", "The unit pattern repeats in two directions without boundary.");
        if (Has(brief.TransparentParts))
            yield return new($"{Clean(brief.TransparentParts)}为透明材料。", $"Transparent material: {Clean(brief.TransparentParts)}.");
        if (Has(brief.SpecialEffect))
            yield return new($"{Clean(brief.SpecialEffect)}由具有特殊视觉效果的材料制成。", $"Material with a special visual effect: {Clean(brief.SpecialEffect)}.");
        if (Has(brief.ShortenedLength))
            yield return new($"产品为细长物品，{Clean(brief.ShortenedLength)}的长度采用省略画法。", $"The product is slender; its length is shortened: {Clean(brief.ShortenedLength)}.");
    }

    private static Bilingual ViewName(string name) => ViewLabel.Parse(name)?.Name ?? Bilingual.Same(name.Trim());

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>The answer without the full stop that the sentence adds itself.</summary>
    private static string Clean(string answer) => answer.Trim().TrimEnd('。', '.', '；', ';', ' ');

    private static string Numbered(IEnumerable<string> sentences) =>
        string.Join('\n', sentences.Index().Select(sentence => Text($"{sentence.Index + 1}. {sentence.Item}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
