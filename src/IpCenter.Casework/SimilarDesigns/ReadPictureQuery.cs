using IpCenter.Casework.Results;
using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>A picture that somebody searches with, and its small copy for the screen. Neither is stored.</summary>
public sealed record PictureQuery(ViewFeatures Features, byte[] Thumbnail);

/// <summary>Reads an untrusted picture for a search: the same checks and the same words as for one that is filed.</summary>
public sealed class ReadPictureQuery(ImageReader reader, ViewFeatureStore features)
{
    /// <summary>Pixels of the shorter side below which nothing of a product can be recognised.</summary>
    private const int LeastSide = 48;

    /// <summary>Steps of 255 by which the tones of a picture differ at most that shows nothing; recompression alone leaves some.</summary>
    private const int LeastContrast = 12;

    public async Task<Result<PictureQuery>> ExecuteAsync(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(bytes, ct);
        if (reading.Rejection is { } rejection)
            return Refused($"{rejection.Reason}");
        var image = reading.Image!;
        if (Math.Min(image.Info.Width, image.Info.Height) < LeastSide)
            return Refused("TooSmall");
        if (IsBlank(image.Raster.Rgb))
            return Refused("Blank");
        return await features.OfQueryAsync(bytes, ct) is { } found
            ? new PictureQuery(found, image.Thumbnail)
            : Refused($"{ImageRejectionReason.WorkerCrashed}");

        RuleViolation Refused(string reason) => new($"image.{reason}", "picture", Path.GetFileName(fileName.Replace('\\', '/')));
    }

    /// <summary>A covered lens, a page that did not load: in none of the three channels does any pixel stand out.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> rgb)
    {
        Span<byte> least = [255, 255, 255], most = [0, 0, 0];
        for (var at = 0; at < rgb.Length; at++)
        {
            var channel = at % 3;
            least[channel] = Math.Min(least[channel], rgb[at]);
            most[channel] = Math.Max(most[channel], rgb[at]);
        }
        return most[0] - least[0] < LeastContrast && most[1] - least[1] < LeastContrast && most[2] - least[2] < LeastContrast;
    }
}
