using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Images;

/// <summary>
/// A picture that came in. The original bytes lie in the vault under their SHA-256 and are never shown;
/// what people see are the re-encoded copies beside them. Two uploads of the same bytes share the files.
/// </summary>
public sealed class StoredImage
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the original bytes, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    public required long ByteLength { get; init; }

    public required string FileName { get; init; }

    /// <summary>As the bytes say, whatever the name: <c>Jpeg</c>, <c>Png</c>, <c>Webp</c> …</summary>
    public required string Format { get; init; }

    /// <summary>Pixels, after rotation as the camera noted it.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public double? DotsPerInch { get; init; }

    public bool IsGray { get; init; }

    /// <summary>The original tells where it was taken; the copies do not.</summary>
    public bool HasLocation { get; init; }

    public required PictureMeasurements Measured { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }
}
