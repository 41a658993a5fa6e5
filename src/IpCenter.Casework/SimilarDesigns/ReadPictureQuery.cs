using IpCenter.Casework.Results;
using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>A picture that somebody searches with, and its copies for the screen. None is stored.</summary>
/// <param name="Features">By which it is compared.</param>
/// <param name="Thumbnail">For lists.</param>
/// <param name="Display">For looking at closely.</param>
/// <param name="Frames">Of an animation or of a document with pages; only the first one is looked for.</param>
public sealed record PictureQuery(ViewFeatures Features, byte[] Thumbnail, byte[] Display, int Frames);

/// <summary>Reads an untrusted picture for a search: the same checks and the same words as for one that is filed.</summary>
public sealed class ReadPictureQuery(ImageReader reader, ViewFeatureStore features)
{
    /// <summary>Pixels of the shorter side below which nothing of a product can be recognised.</summary>
    private const int LeastSide = 48;

    public async Task<Result<PictureQuery>> ExecuteAsync(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(bytes, ct);
        if (reading.Rejection is { } rejection)
            return Refused($"{rejection.Reason}");
        var image = reading.Image!;
        if (Math.Min(image.Info.Width, image.Info.Height) < LeastSide)
            return Refused("TooSmall");
        if (await features.OfQueryAsync(bytes, ct) is not { } found)
            return Refused($"{ImageRejectionReason.WorkerCrashed}");
        return found.IsBlank ? Refused("Blank") : new PictureQuery(found, image.Thumbnail, image.Display, image.Info.Pages);

        RuleViolation Refused(string reason) => new($"image.{reason}", "picture", Path.GetFileName(fileName.Replace('\\', '/')));
    }
}
