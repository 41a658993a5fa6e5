using IpCenter.Casework.Results;
using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>A picture that somebody searches with, and its small copy for the screen. Neither is stored.</summary>
public sealed record PictureQuery(ViewFeatures Features, byte[] Thumbnail);

/// <summary>Reads an untrusted picture for a search: the same checks and the same words as for one that is filed.</summary>
public sealed class ReadPictureQuery(ImageReader reader, ViewFeatureStore features)
{
    public async Task<Result<PictureQuery>> ExecuteAsync(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(bytes, ct);
        if (reading.Rejection is { } rejection)
            return Refused(rejection.Reason);
        return await features.OfQueryAsync(bytes, ct) is { } found
            ? new PictureQuery(found, reading.Image!.Thumbnail)
            : Refused(ImageRejectionReason.WorkerCrashed);

        RuleViolation Refused(ImageRejectionReason reason) => new($"image.{reason}", "picture", Path.GetFileName(fileName.Replace('\\', '/')));
    }
}
