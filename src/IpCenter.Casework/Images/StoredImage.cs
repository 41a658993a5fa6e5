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

    public required string Format { get; init; }

    /// <summary>Pixels, after rotation as the camera noted it.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public double? DotsPerInch { get; init; }

    /// <summary>The original tells where it was taken; the copies do not.</summary>
    public bool HasLocation { get; init; }

    public required ImageFacts Facts { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }
}

/// <summary>What was measured on the picture at arrival; shares and edges are relative, 0 to 1.</summary>
public sealed record ImageFacts
{
    public bool IsGray { get; init; }
    public double BackgroundUniformity { get; init; }
    public double Contrast { get; init; }
    public double Sharpness { get; init; }
    public double BlownHighlights { get; init; }
    public double ShadowShare { get; init; }
    public double Left { get; init; }
    public double Top { get; init; }
    public double Right { get; init; }
    public double Bottom { get; init; }
    public bool TouchesBorder { get; init; }
    public string Kind { get; init; } = "Photo";
    public double KindConfidence { get; init; }

    /// <summary>Fingerprint as text, comparable with others of the same engine.</summary>
    public string Fingerprint { get; init; } = "";
}
