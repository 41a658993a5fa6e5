namespace IpCenter.Imaging.Measuring;

/// <summary>CIE 1976 lightness L*, 0 black to 100 white, of sRGB colours (IEC 61966-2-1).</summary>
internal static class Lightness
{
    private static readonly double[] Linear = [.. Enumerable.Range(0, 256).Select(Linearise)];

    public static double Of(byte red, byte green, byte blue)
    {
        var y = 0.2126 * Linear[red] + 0.7152 * Linear[green] + 0.0722 * Linear[blue];
        return y <= 216.0 / 24389 ? y * 24389 / 27 : 116 * Math.Cbrt(y) - 16;
    }

    /// <summary>How far a product stands out from its ground: the mean distance in L* of its pixels from the ground's colour.</summary>
    public static double Contrast(Raster raster, PixelLabel[] labels, Rgb ground)
    {
        var (rgb, of, sum, count) = (raster.Rgb, Of(ground.Red, ground.Green, ground.Blue), 0.0, 0);
        for (int i = 0, at = 0; i < labels.Length; i++, at += 3)
        {
            if (labels[i] != PixelLabel.Product) continue;
            sum += Math.Abs(Of(rgb[at], rgb[at + 1], rgb[at + 2]) - of);
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double Linearise(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
