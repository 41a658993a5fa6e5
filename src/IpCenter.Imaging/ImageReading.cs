using System.Diagnostics.CodeAnalysis;

namespace IpCenter.Imaging;

/// <summary>A decoded image in the three sizes that are kept.</summary>
/// <param name="Info">What the original says about itself.</param>
/// <param name="Raster">Pixels for measuring and searching, longest side at most <see cref="ImageReaderOptions.RasterSide"/>.</param>
/// <param name="Display">WebP for the screen, longest side at most <see cref="ImageReaderOptions.DisplaySide"/>, without metadata.</param>
/// <param name="Thumbnail">WebP for lists, longest side at most <see cref="ImageReaderOptions.ThumbnailSide"/>, without metadata.</param>
public sealed record NormalisedImage(ImageInfo Info, Raster Raster, byte[] Display, byte[] Thumbnail);

/// <summary>The answer to <see cref="ImageReader.ReadAsync"/>: exactly one of the two is set.</summary>
public sealed record ImageReading
{
    private ImageReading()
    {
    }

    /// <summary>The image, when the bytes were accepted.</summary>
    public NormalisedImage? Image { get; private init; }

    /// <summary>Why not, when they were not.</summary>
    public ImageRejection? Rejection { get; private init; }

    /// <summary>Whether <see cref="Image"/> is set.</summary>
    [MemberNotNullWhen(true, nameof(Image))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Image is not null;

    /// <summary>An acceptance.</summary>
    public static ImageReading Of(NormalisedImage image) => new() { Image = image };

    /// <summary>A refusal.</summary>
    public static ImageReading Rejected(ImageRejection rejection) => new() { Rejection = rejection };
}
