using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>Reads picture files through the imaging engine, as the application does.</summary>
internal static class Photos
{
    /// <summary>More pixels are not used for a picture of the index, or for one that is looked for.</summary>
    public const int IndexSide = 512, QuerySide = 768;

    public static async Task<RgbImage> ReadAsync(ImageReader reader, string file, int longestSide = IndexSide)
    {
        var reading = await reader.ReadRasterAsync(await File.ReadAllBytesAsync(file), longestSide, CancellationToken.None);
        return reading.Raster is { } raster
            ? new RgbImage(raster.Width, raster.Height, raster.Rgb)
            : throw new InvalidDataException($"{file}: {reading.Rejection}");
    }
}
