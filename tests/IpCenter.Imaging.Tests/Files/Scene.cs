namespace IpCenter.Imaging.Tests.Files;

/// <summary>Paints rasters whose measures are known beforehand.</summary>
internal sealed class Scene
{
    private readonly byte[] _rgb;

    public Scene(int width, int height, (byte Red, byte Green, byte Blue) ground)
    {
        (Width, Height, _rgb) = (width, height, new byte[3 * width * height]);
        Fill((_, _) => true, ground);
    }

    public int Width { get; }

    public int Height { get; }

    public Scene Rectangle(int left, int top, int width, int height, (byte Red, byte Green, byte Blue) colour) =>
        Fill((x, y) => x >= left && x < left + width && y >= top && y < top + height, colour);

    public Scene Fill(Func<int, int, bool> where, (byte Red, byte Green, byte Blue) colour) =>
        Change((x, y, old) => where(x, y) ? colour : old);

    /// <summary>Adds the same noise to the three channels of every pixel, evenly spread up to the strength on both sides.</summary>
    public Scene Noise(int strength, int seed = 1)
    {
        var dice = new Random(seed);
        return Change((_, _, old) =>
        {
            var add = dice.Next(-strength, strength + 1);
            return (Clamp(old.Red + add), Clamp(old.Green + add), Clamp(old.Blue + add));
        });
    }

    public Scene Change(Func<int, int, (byte Red, byte Green, byte Blue), (byte Red, byte Green, byte Blue)> change)
    {
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var at = 3 * (y * Width + x);
                (_rgb[at], _rgb[at + 1], _rgb[at + 2]) = change(x, y, (_rgb[at], _rgb[at + 1], _rgb[at + 2]));
            }
        return this;
    }

    /// <summary>Every pixel the mean of its neighbourhood, a square of this reach.</summary>
    public Scene Blur(int reach)
    {
        var old = (byte[])_rgb.Clone();
        return Change((x, y, _) => (Mean(x, y, 0), Mean(x, y, 1), Mean(x, y, 2)));

        byte Mean(int x, int y, int channel)
        {
            var (sum, count) = (0, 0);
            for (var v = Math.Max(0, y - reach); v <= Math.Min(Height - 1, y + reach); v++)
                for (var u = Math.Max(0, x - reach); u <= Math.Min(Width - 1, x + reach); u++, count++)
                    sum += old[3 * (v * Width + u) + channel];
            return (byte)(sum / count);
        }
    }

    public Raster ToRaster() => new(Width, Height, (byte[])_rgb.Clone());

    private static byte Clamp(int value) => (byte)Math.Clamp(value, 0, 255);
}
