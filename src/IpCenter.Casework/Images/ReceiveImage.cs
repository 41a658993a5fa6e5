using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using IpCenter.Imaging;

namespace IpCenter.Casework.Images;

/// <summary>
/// Takes in a picture from outside: decoded and measured in the worker, the original into the vault,
/// copies beside it. What is refused leaves no trace.
/// </summary>
public sealed class ReceiveImage(CaseworkDbContext db, ImageReader reader, OriginalsVault vault, ImageCopies copies)
{
    public async Task<Result<StoredImage>> ExecuteAsync(ReadOnlyMemory<byte> bytes, string fileName, Actor actor, CancellationToken ct)
    {
        var read = await ReadAsync(bytes, fileName, ct);
        return read.Succeeded ? Keep(read.Value, actor) : (List<RuleViolation>)[.. read.Violations];
    }

    /// <summary>Decodes, measures and files the bytes; several may be read at the same time. Nobody knows of the picture yet.</summary>
    public async Task<Result<ReadImage>> ReadAsync(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(bytes, ct);
        if (reading.Rejection is { } rejection)
            return new RuleViolation($"image.{rejection.Reason}", "image", SafeName(fileName), rejection.Detail);

        var image = reading.Image!;
        var sha256 = await vault.StoreAsync(bytes, ct);
        await copies.StoreAsync(sha256, image.Display, image.Thumbnail, ct);
        return new ReadImage(sha256, bytes.Length, SafeName(fileName), image.Info, PictureMeasuring.Measure(image.Raster));
    }

    /// <summary>Makes a picture that was read known to the centre.</summary>
    public StoredImage Keep(ReadImage image, Actor actor)
    {
        var stored = new StoredImage
        {
            Id = Guid.CreateVersion7(actor.At),
            Sha256 = image.Sha256,
            ByteLength = image.ByteLength,
            FileName = image.FileName,
            Format = image.Info.Format.ToString(),
            Width = image.Info.Width,
            Height = image.Info.Height,
            DotsPerInch = image.Info.DotsPerInch,
            HasLocation = image.Info.HasLocation,
            IsGray = image.Info.IsGray,
            Measured = image.Measured,
            UploadedAt = actor.At,
            UploadedBy = actor.PersonId ?? Guid.Empty,
        };
        db.Images.Add(stored);
        return stored;
    }

    /// <summary>The name as people know it, without a path and no longer than the column.</summary>
    private static string SafeName(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length <= 200 ? name : name[^200..];
    }
}

/// <summary>A picture that was decoded and measured, its bytes in the vault.</summary>
public sealed record ReadImage(string Sha256, int ByteLength, string FileName, ImageInfo Info, PictureMeasurements Measured);
