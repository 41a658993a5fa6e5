using IpCenter.Imaging;

namespace IpCenter.Casework.Formalities.Facts;

/// <summary>How a picture was made.</summary>
public enum Depiction
{
    Unknown,
    Photograph,
    Rendering,
    LineDrawing,
}

/// <summary>The bounding box of the product; edges relative to the picture, 0 (left, top) to 1 (right, bottom).</summary>
public sealed record ProductBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;
}

/// <summary>Measurements of one picture. Ranges are those of the engine that measured; limits are in <see cref="FormalityThresholds"/>.</summary>
public sealed record PictureMeasurements
{
    /// <summary>Share of the background that has the background's own colour, 0 to 1.</summary>
    public double BackgroundUniformity { get; init; }

    /// <summary>Difference of lightness between product and background, CIE L*, 0 to 100.</summary>
    public double Contrast { get; init; }

    /// <summary>Sharpness of the product's edges, 0 (blurred) upward.</summary>
    public double Sharpness { get; init; }

    /// <summary>Share of the product's pixels that are blown out to white, 0 to 1.</summary>
    public double BlownHighlights { get; init; }

    /// <summary>Share of the background that lies in a cast shadow, 0 to 1.</summary>
    public double Shadow { get; init; }

    /// <summary>Where the product is; null when it could not be told from the background.</summary>
    public ProductBox? Box { get; init; }

    /// <summary>Something other than background reaches the picture's edge.</summary>
    public bool TouchesBorder { get; init; }

    public Depiction Depiction { get; init; }

    /// <summary>How sure the depiction is, 0 to 1.</summary>
    public double DepictionConfidence { get; init; }

    /// <summary>Perceptual fingerprint of the picture; two are compared by the number of different bits.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>Where which colours are; compared by the number of different bits too, so that a red box is not a blue one.</summary>
    public ulong ColourLayout { get; init; }

    /// <summary>Fingerprint of the same picture flipped left to right.</summary>
    public ulong MirroredFingerprint { get; init; }

    /// <summary>Shape and colours of the product without its size; null when it could not be told from the background, or was measured before there were outlines.</summary>
    public Outline? Outline { get; init; }

    /// <summary>What kinds of line a line drawing holds; null for everything else.</summary>
    public DrawnLines? Lines { get; init; }
}
