namespace IpCenter.Search.Tests.Drawing;

/// <summary>Textured pictures drawn from a seed, and what happens to pictures on their way: the same seed is the same picture.</summary>
internal static class Texture
{
    private const int Shapes = 140;

    /// <summary>Discs and boxes of many sizes and tones on a plain ground.</summary>
    public static RgbImage Draw(int seed, int width = 360, int height = 360)
    {
        var random = new Random(seed);
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, (byte)200);
        for (var shape = 0; shape < Shapes; shape++)
        {
            var (cx, cy, radius) = (random.Next(width), random.Next(height), random.Next(4, 36));
            var (isDisc, tall) = (random.Next(2) == 0, random.Next(2) == 0);
            byte[] tone = [(byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)];
            for (var y = Math.Max(0, cy - radius); y < Math.Min(height, cy + radius); y++)
                for (var x = Math.Max(0, cx - radius); x < Math.Min(width, cx + radius); x++)
                {
                    var (dx, dy) = (x - cx, y - cy);
                    if (isDisc ? dx * dx + dy * dy < radius * radius : Math.Abs(tall ? dx : dy) < radius / 2)
                        tone.CopyTo(rgb, 3 * (y * width + x));
                }
        }
        return new RgbImage(width, height, rgb);
    }

    public static RgbImage Mirrored(RgbImage image) => Map(image, image.Width, image.Height, (x, y) => (image.Width - 1 - x, y));

    /// <summary>The middle of it.</summary>
    public static RgbImage Cropped(RgbImage image, double share)
    {
        var (width, height) = ((int)(image.Width * share), (int)(image.Height * share));
        return Map(image, width, height, (x, y) => (x + (image.Width - width) / 2, y + (image.Height - height) / 2));
    }

    public static RgbImage Scaled(RgbImage image, double factor) =>
        Map(image, (int)(image.Width * factor), (int)(image.Height * factor), (x, y) => ((int)(x / factor), (int)(y / factor)));

    /// <summary>Another picture of the same size with the corners of this one, each a fifth as wide and high.</summary>
    public static RgbImage CornersOn(RgbImage image, RgbImage other)
    {
        var (corners, rgb) = (image.Rgb.ToArray(), other.Rgb.ToArray());
        var (width, height) = (image.Width / 5, image.Height / 5);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
                if ((x < width || x >= image.Width - width) && (y < height || y >= image.Height - height))
                    corners.AsSpan(3 * (y * image.Width + x), 3).CopyTo(rgb.AsSpan(3 * (y * image.Width + x)));
        return new RgbImage(image.Width, image.Height, rgb);
    }

    /// <summary>What a strong recompression leaves: every tone a little off.</summary>
    public static RgbImage Noisy(RgbImage image, int most)
    {
        var random = new Random(most);
        return new RgbImage(image.Width, image.Height, image.Rgb.ToArray().Select(v => (byte)Math.Clamp(v + random.Next(-most, most + 1), 0, 255)).ToArray());
    }

    public static RgbImage Flat(int width, int height, byte tone = 128)
    {
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, tone);
        return new RgbImage(width, height, rgb);
    }

    private static RgbImage Map(RgbImage image, int width, int height, Func<int, int, (int X, int Y)> from)
    {
        var (source, rgb) = (image.Rgb.ToArray(), new byte[width * height * 3]);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = from(x, y);
                source.AsSpan(3 * (sy * image.Width + sx), 3).CopyTo(rgb.AsSpan(3 * (y * width + x)));
            }
        return new RgbImage(width, height, rgb);
    }
}
