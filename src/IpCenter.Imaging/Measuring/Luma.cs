namespace IpCenter.Imaging.Measuring;

/// <summary>Brightness and colour of a pixel as ITU-R BT.601 weighs them, in whole numbers.</summary>
internal static class Luma
{
    /// <summary>0 black to 255 white.</summary>
    public static int Of(int red, int green, int blue) => (77 * red + 150 * green + 29 * blue + 128) >> 8;

    public static byte[] Plane(Raster raster)
    {
        var rgb = raster.Rgb;
        var plane = new byte[raster.Width * raster.Height];
        for (int i = 0, at = 0; i < plane.Length; i++, at += 3) plane[i] = (byte)Of(rgb[at], rgb[at + 1], rgb[at + 2]);
        return plane;
    }

    /// <summary>The largest difference between two channels: 0 for gray.</summary>
    public static int Chroma(int red, int green, int blue) => Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue));
}
