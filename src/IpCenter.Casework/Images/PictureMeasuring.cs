using IpCenter.Casework.Formalities.Facts;
using IpCenter.Imaging;

namespace IpCenter.Casework.Images;

/// <summary>Says in the words of the formality rules what the imaging engine measured.</summary>
public static class PictureMeasuring
{
    public static PictureMeasurements Measure(Raster raster)
    {
        var measured = ImageMeasures.Measure(raster);
        var fingerprint = Fingerprint.Of(raster);
        var box = measured.ProductBox;
        return new PictureMeasurements
        {
            BackgroundUniformity = measured.BackgroundUniformity,
            Contrast = measured.Contrast,
            Sharpness = measured.Sharpness,
            BlownHighlights = measured.HighlightShare,
            Shadow = measured.ShadowShare,
            Box = measured.IsSegmented
                ? new ProductBox(
                    box.Left / (double)raster.Width, box.Top / (double)raster.Height,
                    (box.Left + box.Width) / (double)raster.Width, (box.Top + box.Height) / (double)raster.Height)
                : null,
            TouchesBorder = measured.TouchedSides != ImageSides.None,
            Depiction = measured.Kind switch
            {
                ImageKind.LineDrawing => Depiction.LineDrawing,
                ImageKind.Rendering => Depiction.Rendering,
                _ => Depiction.Photograph,
            },
            DepictionConfidence = measured.KindConfidence,
            Fingerprint = fingerprint.Difference,
            ColourLayout = fingerprint.ColourLayout,
            MirroredFingerprint = fingerprint.MirroredDifference,
            Outline = measured.Outline,
            Lines = measured.Lines,
        };
    }
}
