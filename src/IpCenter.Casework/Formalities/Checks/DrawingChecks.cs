using IpCenter.Casework.Formalities.Facts;
using IpCenter.Imaging;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>IMG-10: which lines a line drawing may hold (专利审查指南第一部分第三章4.2.2). Every finding is a lead: a person looks.</summary>
internal static class DrawingChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) => [.. context.Views
        .Where(view => !view.IsReference && view.Facts.Measured is { Depiction: Depiction.LineDrawing, Lines: not null } measured
            && measured.DepictionConfidence >= context.Limits.MinDepictionConfidence)
        .SelectMany(view => View(context, view, view.Facts.Measured!.Lines!))];

    private static IEnumerable<Finding> View(CheckContext context, NamedView view, DrawnLines lines)
    {
        // 细则第三十条第二款: in a partial design dashed lines show the rest of the product, and dash-dot lines where the part ends.
        if (!context.Facts.IsPartialDesign && lines.DashedShare > context.Limits.MaxDashedInk)
            yield return Measured(Defects.DashedLines, new("虚线占线条", "ink in dashed lines"), lines.DashedShare, context.Limits.MaxDashedInk);
        if (!context.Facts.IsPartialDesign && lines.DashDotChains > 0)
            yield return Counted(Defects.CentreLines, new("点划线", "dash-dot lines"), lines.DashDotChains);
        if (lines.HatchedShare > context.Limits.MaxHatchedArea)
            yield return Measured(Defects.ShadingLines, new("等距平行线面积", "area of evenly spaced lines"), lines.HatchedShare, context.Limits.MaxHatchedArea);
        if (lines.ToneShare > context.Limits.MaxTonedArea)
            yield return Measured(Defects.GrayTone, new("灰调面积", "area in gray tones"), lines.ToneShare, context.Limits.MaxTonedArea);
        if (lines.RowsOfMarks > 0)
            yield return Counted(Defects.NumbersInDrawing, new("成行的小字符", "rows of small marks"), lines.RowsOfMarks);

        Finding Measured(Defect defect, Bilingual name, double value, double limit) =>
            defect.At(view.Place).Seen(name, CheckContext.Number(value * 100, "0") + " %", ">", CheckContext.Number(limit * 100, "0") + " %");

        Finding Counted(Defect defect, Bilingual name, int count) => defect.At(view.Place).Seen(name, CheckContext.Number(count), ">", "0");
    }
}
