using IpCenter.Imaging.Measuring;

namespace IpCenter.Imaging;

/// <summary>Measures a view: where the product is, on what ground, how sharp. Managed code; the same raster gives the same numbers.</summary>
public static class ImageMeasures
{
    private const int BlownOut = 250, GrayChroma = 12;

    /// <summary>Measures. Any raster is accepted, of one pixel too.</summary>
    public static ImageMeasurement Measure(Raster raster)
    {
        var luma = Luma.Plane(raster);
        var background = BackgroundModel.Of(raster);
        var labels = background.Uniformity >= BackgroundModel.LeastUniformity
            ? Segmentation.Of(raster, luma, background).Labels
            : new PixelLabel[luma.Length];
        var isSegmented = background.Uniformity >= BackgroundModel.LeastUniformity && labels.Contains(PixelLabel.Product);
        if (!isSegmented) Array.Clear(labels);

        var box = BoxOf(labels, raster.Width, raster.Height);
        var counts = Count(raster, labels);
        var (kind, confidence) = KindGuess.Of(raster, luma);
        return new(
            isSegmented,
            box,
            counts.Product / (double)labels.Length,
            background.Colour,
            background.Uniformity,
            Lightness.Contrast(raster, labels, background.Colour),
            Sharpness(luma, raster.Width, raster.Height, box),
            counts.BlownOut / (double)counts.Product,
            counts.Shadow / (double)counts.Product,
            isSegmented ? Touched(labels, raster.Width, raster.Height) : ImageSides.None,
            counts.Coloured < labels.Length / 1000.0,
            kind,
            confidence)
        {
            Outline = isSegmented ? OutlineMeasuring.Of(raster, labels, box) : null,
            Lines = kind == ImageKind.LineDrawing ? LineMeasuring.Of(raster, luma) : null,
        };
    }

    private static PixelBox BoxOf(PixelLabel[] labels, int width, int height)
    {
        var (left, top, right, bottom) = (width, height, -1, -1);
        for (var at = 0; at < labels.Length; at++)
        {
            if (labels[at] != PixelLabel.Product) continue;
            var (x, y) = (at % width, at / width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        }

        return new(left, top, right - left + 1, bottom - top + 1);
    }

    private static (int Product, int Shadow, int BlownOut, int Coloured) Count(Raster raster, PixelLabel[] labels)
    {
        var (product, shadow, blownOut, coloured) = (0, 0, 0, 0);
        for (var at = 0; at < labels.Length; at++)
        {
            var (red, green, blue) = (raster.Rgb[3 * at], raster.Rgb[3 * at + 1], raster.Rgb[3 * at + 2]);
            if (Luma.Chroma(red, green, blue) > GrayChroma) coloured++;
            if (labels[at] == PixelLabel.Shadow) shadow++;
            if (labels[at] != PixelLabel.Product) continue;
            product++;
            if (red >= BlownOut && green >= BlownOut && blue >= BlownOut) blownOut++;
        }

        return (product, shadow, blownOut, coloured);
    }

    private static double Sharpness(byte[] luma, int width, int height, PixelBox box)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var y = Math.Max(1, box.Top); y < Math.Min(height - 1, box.Bottom); y++)
            for (var x = Math.Max(1, box.Left); x < Math.Min(width - 1, box.Right); x++)
            {
                var at = y * width + x;
                double laplacian = luma[at - width] + luma[at - 1] - 4 * luma[at] + luma[at + 1] + luma[at + width];
                sum += laplacian;
                squares += laplacian * laplacian;
                count++;
            }

        return count == 0 ? 0 : squares / count - sum / count * (sum / count);
    }

    /// <summary>One per cent of an edge is enough: a sleeve that leaves the picture is narrow.</summary>
    private static ImageSides Touched(PixelLabel[] labels, int width, int height)
    {
        var (left, top, right, bottom) = (0, 0, 0, 0);
        for (var y = 0; y < height; y++)
        {
            if (labels[y * width] == PixelLabel.Product) left++;
            if (labels[y * width + width - 1] == PixelLabel.Product) right++;
        }

        for (var x = 0; x < width; x++)
        {
            if (labels[x] == PixelLabel.Product) top++;
            if (labels[(height - 1) * width + x] == PixelLabel.Product) bottom++;
        }

        return Side(left, height, ImageSides.Left) | Side(top, width, ImageSides.Top)
            | Side(right, height, ImageSides.Right) | Side(bottom, width, ImageSides.Bottom);

        static ImageSides Side(int touched, int length, ImageSides side) =>
            touched > 0 && touched * 100 >= length ? side : ImageSides.None;
    }
}
