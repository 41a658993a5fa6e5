using System.Numerics.Tensors;

namespace IpCenter.Search.Features;

/// <summary>One channel of floats, row-major.</summary>
internal sealed class Plane(int width, int height, float[] values)
{
    public Plane(int width, int height) : this(width, height, new float[width * height]) { }

    public int Width => width;

    public int Height => height;

    public float[] Values => values;

    public float this[int x, int y] => values[y * width + x];

    public Span<float> Row(int y) => values.AsSpan(y * width, width);

    /// <summary>
    /// Luma (ITU-R BT.601) in 0..1 with a longest side of at most that: larger pictures are made smaller by area averaging, smaller ones
    /// larger, by at most a factor.
    /// </summary>
    public static Plane Luma(RgbImage image, int longestSide, float mostEnlarged = 1)
    {
        var rgb = image.Rgb.Span;
        var full = new Plane(image.Width, image.Height);
        for (var at = 0; at < full.Values.Length; at++)
            full.Values[at] = (0.299f * rgb[3 * at] + 0.587f * rgb[3 * at + 1] + 0.114f * rgb[3 * at + 2]) / 255f;
        var factor = (float)longestSide / Math.Max(image.Width, image.Height);
        return factor < 1 ? full.Resize(factor) : Math.Min(factor, mostEnlarged) is > 1.05f and var larger ? full.Enlarge(larger) : full;
    }

    /// <summary>This plane, or an area-averaged copy whose longest side is no longer than that.</summary>
    public Plane Within(int longestSide) => Math.Max(width, height) <= longestSide ? this : Resize((double)longestSide / Math.Max(width, height));

    /// <summary>Bilinear copy; <paramref name="factor"/> above 1.</summary>
    private Plane Enlarge(float factor)
    {
        var result = new Plane((int)MathF.Round(width * factor), (int)MathF.Round(height * factor));
        for (var y = 0; y < result.Height; y++)
        {
            var (top, bottom, down) = Between(y, (float)height / result.Height, height);
            for (var x = 0; x < result.Width; x++)
            {
                var (left, right, across) = Between(x, (float)width / result.Width, width);
                var upper = values[top * width + left] * (1 - across) + values[top * width + right] * across;
                var lower = values[bottom * width + left] * (1 - across) + values[bottom * width + right] * across;
                result.Values[y * result.Width + x] = upper * (1 - down) + lower * down;
            }
        }
        return result;
    }

    /// <summary>The two pixels between which the centre of a pixel of a larger copy lies, and its share of the second.</summary>
    private static (int First, int Second, float Part) Between(int index, float step, int length)
    {
        var place = Math.Clamp((index + 0.5f) * step - 0.5f, 0, length - 1);
        var first = (int)place;
        return (first, Math.Min(first + 1, length - 1), place - first);
    }

    /// <summary>Area-averaged copy; <paramref name="factor"/> at most 1.</summary>
    public Plane Resize(double factor) => Resize(Math.Max(1, (int)Math.Round(width * factor)), Math.Max(1, (int)Math.Round(height * factor)));

    public Plane Resize(int toWidth, int toHeight)
    {
        var result = new Plane(toWidth, toHeight);
        for (var y = 0; y < toHeight; y++)
        {
            var (top, bottom) = Span(y, toHeight, height);
            for (var x = 0; x < toWidth; x++)
            {
                var (left, right) = Span(x, toWidth, width);
                var sum = 0f;
                for (var sy = top; sy < bottom; sy++)
                    for (var sx = left; sx < right; sx++)
                        sum += values[sy * width + sx];
                result.Values[y * toWidth + x] = sum / ((bottom - top) * (right - left));
            }
        }
        return result;
    }

    public Plane Crop(int left, int top, int cropWidth, int cropHeight)
    {
        var result = new Plane(cropWidth, cropHeight);
        for (var y = 0; y < cropHeight; y++)
            Row(top + y).Slice(left, cropWidth).CopyTo(result.Row(y));
        return result;
    }

    /// <summary>Every second pixel of every second row.</summary>
    public Plane Half()
    {
        var result = new Plane(Math.Max(1, width / 2), Math.Max(1, height / 2));
        for (var y = 0; y < result.Height; y++)
            for (var x = 0; x < result.Width; x++)
                result.Values[y * result.Width + x] = values[2 * y * width + 2 * x];
        return result;
    }

    /// <summary>Gaussian blur; edges are continued by their last value.</summary>
    public Plane Blur(double sigma) => GaussianBlur.Of(this, sigma);

    public static Plane Difference(Plane upper, Plane lower)
    {
        var result = new Plane(upper.Width, upper.Height);
        TensorPrimitives.Subtract(upper.Values, lower.Values, result.Values);
        return result;
    }

    private static (int From, int To) Span(int index, int count, int length)
    {
        var from = (int)((long)index * length / count);
        return (from, Math.Max(from + 1, (int)((long)(index + 1) * length / count)));
    }
}
