using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>Reads picture files through the imaging engine, as the application does.</summary>
internal static class Photos
{
    private const int LongestSide = 512;

    public static async Task<RgbImage> ReadAsync(ImageReader reader, string file)
    {
        var reading = await reader.ReadRasterAsync(await File.ReadAllBytesAsync(file), LongestSide, CancellationToken.None);
        return reading.Raster is { } raster
            ? new RgbImage(raster.Width, raster.Height, raster.Rgb)
            : throw new InvalidDataException($"{file}: {reading.Rejection}");
    }
}
