namespace IpCenter.Imaging.Tests.Files;

/// <summary>Looks at single pixels of what came back.</summary>
internal static class Pixels
{
    public static (byte Red, byte Green, byte Blue) At(this Raster raster, int x, int y)
    {
        var at = 3 * (y * raster.Width + x);
        return (raster.Rgb[at], raster.Rgb[at + 1], raster.Rgb[at + 2]);
    }

    public static void AssertNear(this Raster raster, int x, int y, (int Red, int Green, int Blue) expected, int tolerance)
    {
        var (red, green, blue) = raster.At(x, y);
        Assert.True(
            Math.Abs(red - expected.Red) <= tolerance && Math.Abs(green - expected.Green) <= tolerance && Math.Abs(blue - expected.Blue) <= tolerance,
            $"({red}, {green}, {blue}) at {x}, {y} is not {expected} within {tolerance}.");
    }
}
