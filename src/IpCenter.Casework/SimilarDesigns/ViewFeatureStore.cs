using IpCenter.Casework.Storage;
using IpCenter.Imaging;
using IpCenter.Search;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>
/// Search features of pictures, kept beside the copies by the original's SHA-256 so that each picture is read once.
/// Derived: deleting them costs time, never data.
/// </summary>
public sealed class ViewFeatureStore(ImageReader reader, OriginalsVault vault, IOptions<StorageOptions> options)
{
    /// <summary>Longest side of the raster from which features are taken: of a picture that is to be found, and of one that is looked for.</summary>
    private const int IndexSide = 512, QuerySide = 768;

    private readonly string _folder = Path.Combine(options.Value.Root, "features");

    /// <summary>Features of a stored original; <c>null</c> when it cannot be decoded (any more).</summary>
    public async Task<ViewFeatures?> OfOriginalAsync(string sha256, CancellationToken ct)
    {
        var path = Path.Combine(_folder, sha256[..2], $"{sha256}.{FeatureExtractor.Version}.features");
        if (File.Exists(path))
        {
            try
            {
                return ViewFeatures.FromBytes(await File.ReadAllBytesAsync(path, ct));
            }
            catch (InvalidDataException)
            {
                // Torn by a full disk, say: what is derived is taken anew.
                File.Delete(path);
            }
        }
        var reading = await reader.ReadRasterAsync(await vault.ReadAsync(sha256, ct), IndexSide, ct);
        if (reading.Raster is not { } raster)
            return null;
        var features = FeatureExtractor.Extract(new RgbImage(raster.Width, raster.Height, raster.Rgb));
        try
        {
            await AtomicFile.WriteAsync(path, features.ToBytes(), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk is full: what is derived is taken anew next time, and nobody waits for it.
        }
        return features;
    }

    /// <summary>Features of a stored original that is looked for, a screenshot for example; <c>null</c> when it cannot be decoded.</summary>
    public async Task<ViewFeatures?> OfQueryAsync(string sha256, CancellationToken ct) => await OfQueryAsync(await vault.ReadAsync(sha256, ct), ct);

    /// <summary>Features of a picture that somebody searches with; it is not stored.</summary>
    public async Task<ViewFeatures?> OfQueryAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var reading = await reader.ReadRasterAsync(bytes, QuerySide, ct);
        return reading.Raster is { } raster ? FeatureExtractor.ExtractQuery(new RgbImage(raster.Width, raster.Height, raster.Rgb)) : null;
    }
}
