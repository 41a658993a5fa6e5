using System.Diagnostics.CodeAnalysis;

namespace IpCenter.Imaging;

/// <summary>The answer to <see cref="ImageReader.ReadRasterAsync"/>: exactly one of the two is set.</summary>
public sealed record RasterReading
{
    private RasterReading()
    {
    }

    /// <summary>The pixels, when the bytes were accepted.</summary>
    public Raster? Raster { get; private init; }

    /// <summary>Why not, when they were not.</summary>
    public ImageRejection? Rejection { get; private init; }

    /// <summary>Whether <see cref="Raster"/> is set.</summary>
    [MemberNotNullWhen(true, nameof(Raster))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Raster is not null;

    /// <summary>An acceptance.</summary>
    public static RasterReading Of(Raster raster) => new() { Raster = raster };

    /// <summary>A refusal.</summary>
    public static RasterReading Rejected(ImageRejection rejection) => new() { Rejection = rejection };
}
