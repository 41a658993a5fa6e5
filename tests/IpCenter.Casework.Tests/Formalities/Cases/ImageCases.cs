using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class ImageCases
{
    public static IEnumerable<FormalityCase> All =>
    [
        File("IMG-01", "format", "电子申请", view => view with { Format = PictureFormat.WebP }, view => view with { Format = PictureFormat.Tiff }),
        File("IMG-01", "colour-model", "电子申请", view => view with { ColourModel = ColourModel.Cmyk }, view => view with { ColourModel = ColourModel.Gray }),
        File("IMG-01", "not-measured", "电子申请", view => view with { Measured = null }),
        File("IMG-02", "too-small", "3×8厘米", view => view with { WidthPixels = 600, HeightPixels = 600 }),
        File("IMG-02", "too-large", "15×22厘米", view => view with { WidthPixels = 6000, HeightPixels = 6000 }),
        File("IMG-03", "missing", "电子申请", view => view with { Dpi = null }),
        File("IMG-03", "outside", "电子申请", view => view with { Dpi = 600 }),
        File("IMG-03", "low", "电子申请", view => view with { Dpi = 96 }, view => view with { Dpi = 150 }),
        File("IMG-04", "too-large", "140×200", view => view with { WidthPixels = 2800, HeightPixels = 2800 }),
        Pixels("IMG-05", "uneven", measured => measured with { BackgroundUniformity = 0.6 }),
        Pixels("IMG-05", "contrast-low", measured => measured with { Contrast = 5 }),
        Pixels("IMG-06", "glare", measured => measured with { BlownHighlights = 0.2 }),
        Pixels("IMG-06", "shadow", measured => measured with { Shadow = 0.3 }),
        Pixels("IMG-07", "blurred", measured => measured with { Sharpness = 12 }),
        Pixels("IMG-08", "touches-border", measured => measured with { TouchesBorder = true }),
        File("IMG-12", "location", "隐私", view => view with { HasLocationMetadata = true }),
    ];

    private static FormalityCase File(string ruleId, string defect, string citation, Func<ViewFacts, ViewFacts> wrong, Func<ViewFacts, ViewFacts>? right = null) =>
        Of(ruleId, defect, citation, facts => facts.WithView(ViewKind.Front, wrong), right: facts => right is null ? facts : facts.WithView(ViewKind.Front, right));

    private static FormalityCase Pixels(string ruleId, string defect, Func<PictureMeasurements, PictureMeasurements> wrong) =>
        Of(ruleId, defect, "4.2.2、4.2.3", facts => facts.WithMeasured(ViewKind.Front, wrong));
}
