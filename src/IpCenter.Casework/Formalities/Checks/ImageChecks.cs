using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>IMG-01 to IMG-08 and IMG-12: each picture by itself (专利审查指南第一部分第三章4.2.2, 4.2.3).</summary>
internal static class ImageChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) => [.. context.Views.SelectMany(view => View(context.Limits, view))];

    private static IEnumerable<Finding> View(FormalityThresholds limits, NamedView view) =>
        [.. File(limits, view), .. Dpi(limits, view), .. Size(limits, view), .. Pixels(limits, view), .. Privacy(view)];

    private static IEnumerable<Finding> File(FormalityThresholds limits, NamedView view)
    {
        if (!limits.Formats.Contains(view.Facts.Format))
            yield return Defects.PictureFormatRefused.At(view.Place)
                .With("format", view.Facts.Format == PictureFormat.Unknown ? new Bilingual("未知格式", "an unknown format") : Bilingual.Same(view.Facts.Format.ToString().ToUpperInvariant()))
                .Seen(new("格式", "format"), view.Facts.Format.ToString(), "≠", string.Join(", ", limits.Formats.Order()));
        if (view.Facts.ColourModel is not (ColourModel.Rgb or ColourModel.Gray))
            yield return Defects.PictureColourModel.At(view.Place).Seen(new("颜色模式", "colour model"), view.Facts.ColourModel.ToString(), "≠", "Rgb, Gray");
        if (view.Facts.Measured is null)
            yield return Defects.PictureNotMeasured.At(view.Place);
    }

    private static IEnumerable<Finding> Dpi(FormalityThresholds limits, NamedView view)
    {
        if (view.Facts.Dpi is not { } dpi || dpi <= 0)
            yield return Defects.DpiMissing.At(view.Place);
        else if (dpi < limits.MinDpi || dpi > limits.MaxDpi)
            yield return Defects.DpiOutside.At(view.Place).With("dpi", CheckContext.Number(dpi))
                .Seen(new("分辨率dpi", "dpi"), CheckContext.Number(dpi), dpi < limits.MinDpi ? "<" : ">", CheckContext.Number(dpi < limits.MinDpi ? limits.MinDpi : limits.MaxDpi));
        else if (dpi < limits.RecommendedDpi)
            yield return Defects.DpiLow.At(view.Place).With("dpi", CheckContext.Number(dpi)).Seen(new("分辨率dpi", "dpi"), CheckContext.Number(dpi), "<", CheckContext.Number(limits.RecommendedDpi));
    }

    /// <summary>The size of the figure itself at the declared resolution; without a bounding box the whole picture bounds it.</summary>
    private static IEnumerable<Finding> Size(FormalityThresholds limits, NamedView view)
    {
        if (view.Facts.Dpi is not { } dpi || dpi <= 0 || view.Facts.WidthPixels <= 0 || view.Facts.HeightPixels <= 0)
            yield break;
        var box = view.Facts.Measured?.Box;
        var width = (box?.Width ?? 1) * view.Facts.WidthPixels / dpi * 2.54;
        var height = (box?.Height ?? 1) * view.Facts.HeightPixels / dpi * 2.54;
        var (shorter, longer) = (Math.Min(width, height), Math.Max(width, height));
        var isSlender = longer > shorter * limits.SlenderRatio;
        if (longer < limits.MinFigureLongSideCm || (shorter < limits.MinFigureShortSideCm && !isSlender))
            yield return Sized(Defects.FigureTooSmall, "<", limits.MinFigureShortSideCm, limits.MinFigureLongSideCm);
        else if (box is null)
            yield break;
        else if (shorter > limits.MaxFigureShortSideCm || longer > limits.MaxFigureLongSideCm)
            yield return Sized(Defects.FigureTooLarge, ">", limits.MaxFigureShortSideCm, limits.MaxFigureLongSideCm);
        else if (shorter > limits.PracticalShortSideCm || longer > limits.PracticalLongSideCm)
            yield return Sized(Defects.FigureImpractical, ">", limits.PracticalShortSideCm, limits.PracticalLongSideCm);

        Finding Sized(Defect defect, string comparison, double shortLimit, double longLimit) => defect.At(view.Place).With("size", Rectangle(shorter, longer))
            .Seen(new("图形", "figure"), $"{Rectangle(shorter, longer)} cm", comparison, $"{Rectangle(shortLimit, longLimit)} cm");
    }

    private static string Rectangle(double shorter, double longer) => $"{CheckContext.Number(shorter, "0.#")}×{CheckContext.Number(longer, "0.#")}";

    private static IEnumerable<Finding> Pixels(FormalityThresholds limits, NamedView view)
    {
        if (view.IsReference || view.Facts.Measured is not { } measured)
            yield break;
        if (measured.BackgroundUniformity < limits.MinBackgroundUniformity)
            yield return Measured(Defects.BackgroundUneven, new("背景均匀度", "background uniformity"), measured.BackgroundUniformity, "<", limits.MinBackgroundUniformity);
        if (measured.Contrast < limits.MinContrast)
            yield return Measured(Defects.ContrastLow, new("明度差", "contrast"), measured.Contrast, "<", limits.MinContrast);
        if (measured.BlownHighlights > limits.MaxBlownHighlights)
            yield return Measured(Defects.Glare, new("过曝面积", "blown highlights"), measured.BlownHighlights, ">", limits.MaxBlownHighlights);
        if (measured.Shadow > limits.MaxShadow)
            yield return Measured(Defects.Shadow, new("阴影面积", "shadow"), measured.Shadow, ">", limits.MaxShadow);
        if (measured.Sharpness < limits.MinSharpness)
            yield return Measured(Defects.Blurred, new("清晰度", "sharpness"), measured.Sharpness, "<", limits.MinSharpness);
        if (measured.TouchesBorder)
            yield return Defects.TouchesBorder.At(view.Place);

        Finding Measured(Defect defect, Bilingual name, double value, string comparison, double limit) =>
            defect.At(view.Place).Seen(name, CheckContext.Number(value), comparison, CheckContext.Number(limit));
    }

    private static IEnumerable<Finding> Privacy(NamedView view)
    {
        if (view.Facts.HasLocationMetadata)
            yield return Defects.LocationMetadata.At(view.Place);
    }
}
