namespace IpCenter.Imaging.Measuring;

/// <summary>The colour along the edges of the image, and how far a pixel may be from it and still be background.</summary>
internal sealed class BackgroundModel
{
    /// <summary>Less than this share of the edge in one colour is a scene, not a background.</summary>
    public const double LeastUniformity = 0.5;

    private const int NearlyTheSame = 20, LeastTolerance = 14, MostTolerance = 36;

    private readonly int _red, _green, _blue, _tolerance;

    private BackgroundModel(int red, int green, int blue, int tolerance, double uniformity)
    {
        (_red, _green, _blue, _tolerance) = (red, green, blue, tolerance);
        Luma = Measuring.Luma.Of(red, green, blue);
        Uniformity = uniformity;
    }

    public Rgb Colour => new((byte)_red, (byte)_green, (byte)_blue);

    public int Luma { get; }

    public double Uniformity { get; }

    public static BackgroundModel Of(Raster raster)
    {
        var edge = EdgePixels(raster);
        var (red, green, blue) = (Median(raster, edge, 0), Median(raster, edge, 1), Median(raster, edge, 2));

        var distances = edge.ConvertAll(at => Distance(raster.Rgb, at, red, green, blue));
        var uniformity = distances.Count(distance => distance <= NearlyTheSame) / (double)distances.Count;
        distances.Sort();
        // Three standard deviations of the background's own noise, estimated by its median.
        var tolerance = (int)(3 * 1.4826 * distances[distances.Count / 2]) + LeastTolerance;
        return new(red, green, blue, Math.Min(tolerance, MostTolerance), uniformity);
    }

    public bool IsLike(byte[] rgb, int at) => Distance(rgb, at, _red, _green, _blue) <= _tolerance;

    /// <summary>Darker, and of the same colour otherwise: what a shadow does to a background.</summary>
    public bool IsShaded(byte[] rgb, int at, int luma)
    {
        if (luma >= Luma || luma < Luma * 0.35) return false;
        var share = luma / (double)Luma;
        return Math.Abs(rgb[at] - _red * share) <= 12 && Math.Abs(rgb[at + 1] - _green * share) <= 12 && Math.Abs(rgb[at + 2] - _blue * share) <= 12;
    }

    /// <summary>0 to 255, weighted roughly as the eye does.</summary>
    private static int Distance(byte[] rgb, int at, int red, int green, int blue)
    {
        var (r, g, b) = (rgb[at] - red, rgb[at + 1] - green, rgb[at + 2] - blue);
        return (int)Math.Sqrt((2 * r * r + 4 * g * g + 3 * b * b) / 9.0);
    }

    /// <summary>Offsets of the samples in a frame of two per cent of the shorter side.</summary>
    private static List<int> EdgePixels(Raster raster)
    {
        var (width, height) = (raster.Width, raster.Height);
        var thick = Math.Max(1, Math.Min(width, height) / 50);
        var edge = new List<int>(2 * thick * (width + height));
        for (var y = 0; y < height; y++)
        {
            var isBand = y < thick || y >= height - thick;
            for (var x = 0; x < width; x++)
                if (isBand || x < thick || x >= width - thick)
                    edge.Add(3 * (y * width + x));
        }

        return edge;
    }

    private static int Median(Raster raster, List<int> edge, int channel)
    {
        Span<int> histogram = stackalloc int[256];
        foreach (var at in edge) histogram[raster.Rgb[at + channel]]++;
        var half = edge.Count / 2;
        var value = 0;
        for (var seen = histogram[0]; seen <= half; seen += histogram[value]) value++;
        return value;
    }
}
