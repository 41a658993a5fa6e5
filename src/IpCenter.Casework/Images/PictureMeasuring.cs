using IpCenter.Casework.Formalities.Facts;
using IpCenter.Imaging;

namespace IpCenter.Casework.Images;

/// <summary>Says in the words of the formality rules what the imaging engine measured.</summary>
internal static class PictureMeasuring
{
    /// <summary>Distance in RGB from which a pixel of the box counts as product and not as background.</summary>
    private const int ProductDistance = 24;

    public static PictureMeasurements Measure(Raster raster)
    {
        var measured = ImageMeasures.Measure(raster);
        var fingerprint = Fingerprint.Of(raster);
        var box = measured.ProductBox;
        return new PictureMeasurements
        {
            BackgroundUniformity = measured.BackgroundUniformity,
            Contrast = Math.Abs(Lightness(measured.Background.Red, measured.Background.Green, measured.Background.Blue) - ProductLightness(raster, measured)),
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
            MirroredFingerprint = fingerprint.MirroredDifference,
        };
    }

    private static double ProductLightness(Raster raster, ImageMeasurement measured)
    {
        var (sum, count) = (0.0, 0);
        var (box, ground) = (measured.ProductBox, measured.Background);
        for (var y = box.Top; y < box.Top + box.Height; y++)
            for (var x = box.Left; x < box.Left + box.Width; x++)
            {
                var at = 3 * (y * raster.Width + x);
                var (r, g, b) = (raster.Rgb[at], raster.Rgb[at + 1], raster.Rgb[at + 2]);
                if (Math.Abs(r - ground.Red) + Math.Abs(g - ground.Green) + Math.Abs(b - ground.Blue) < ProductDistance)
                    continue;
                sum += Lightness(r, g, b);
                count++;
            }
        return count == 0 ? Lightness(ground.Red, ground.Green, ground.Blue) : sum / count;
    }

    /// <summary>CIE 1976 L*, 0 to 100, of an sRGB colour (IEC 61966-2-1).</summary>
    private static double Lightness(byte red, byte green, byte blue)
    {
        var y = 0.2126 * Linear(red) + 0.7152 * Linear(green) + 0.0722 * Linear(blue);
        return y <= 216.0 / 24389 ? y * 24389 / 27 : 116 * Math.Cbrt(y) - 16;
    }

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
