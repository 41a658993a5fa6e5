namespace IpCenter.Imaging;

/// <summary>Which edges of the image the product reaches: it is probably cut off there.</summary>
[Flags]
public enum ImageSides
{
    /// <summary>Free on all sides.</summary>
    None = 0,

    /// <summary>The left edge.</summary>
    Left = 1,

    /// <summary>The top edge.</summary>
    Top = 2,

    /// <summary>The right edge.</summary>
    Right = 4,

    /// <summary>The bottom edge.</summary>
    Bottom = 8,
}

/// <summary>What <see cref="ImageMeasures.Measure"/> found. Positions are pixels of the measured raster.</summary>
/// <param name="IsSegmented">
/// Whether product and background could be told apart. If not, the box is the whole image, and shadow and touched sides are not
/// known (0 and none).
/// </param>
/// <param name="ProductBox">The smallest rectangle around the product.</param>
/// <param name="ProductShare">The product's pixels as a share of all, 0 to 1.</param>
/// <param name="Background">The median colour along the edges.</param>
/// <param name="BackgroundUniformity">Share of the pixels along the edges that have nearly that colour, 0 to 1.</param>
/// <param name="Contrast">
/// Mean distance of the product's pixels from the background's colour in CIE 1976 lightness L*, 0 to 100; of all pixels where the
/// two could not be told apart. Below about 12 a white cup melts into a white sheet.
/// </param>
/// <param name="Sharpness">
/// Variance of the Laplacian (4 neighbours) of the luma inside the product's box, in squared gray levels of 0–255. At a longest
/// side of 768 a blurred photo has less than about 40, a sharp one some hundreds. Comparable only between rasters of one size
/// (J. L. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", ICPR 2000).
/// </param>
/// <param name="HighlightShare">Share of the product's pixels that are blown out (all channels at least 250), 0 to 1.</param>
/// <param name="ShadowShare">Area of the cast shadow beside the product, relative to the product's; 0 is none.</param>
/// <param name="TouchedSides">Where the product reaches the edge of the image.</param>
/// <param name="IsGrayOnly">No pixel to speak of has a colour, whatever the file's channels are.</param>
/// <param name="Kind">The most likely kind.</param>
/// <param name="KindConfidence">0.5 is a guess, 1 certain. <see cref="ImageKind.Rendering"/> never exceeds 0.7.</param>
public sealed record ImageMeasurement(
    bool IsSegmented,
    PixelBox ProductBox,
    double ProductShare,
    Rgb Background,
    double BackgroundUniformity,
    double Contrast,
    double Sharpness,
    double HighlightShare,
    double ShadowShare,
    ImageSides TouchedSides,
    bool IsGrayOnly,
    ImageKind Kind,
    double KindConfidence)
{
    /// <summary>The product's shape and colours; <c>null</c> where product and background could not be told apart.</summary>
    public Outline? Outline { get; init; }

    /// <summary>What kinds of line a drawing holds; <c>null</c> for everything that is no line drawing.</summary>
    public DrawnLines? Lines { get; init; }
}
