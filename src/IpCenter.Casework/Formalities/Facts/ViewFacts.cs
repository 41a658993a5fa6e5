namespace IpCenter.Casework.Formalities.Facts;

/// <summary>The format of a picture file, told from its bytes.</summary>
public enum PictureFormat
{
    Unknown,
    Jpeg,
    Tiff,
    Png,
    Gif,
    Bmp,
    WebP,
    Heif,
}

/// <summary>The colour model of a picture file.</summary>
public enum ColourModel
{
    Unknown,
    Rgb,
    Gray,
    Cmyk,
    Other,
}

/// <summary>One picture of the application, as named by the applicant.</summary>
public sealed record ViewFacts
{
    /// <summary>The full name: "主视图", "设计1主视图", "套件2立体图".</summary>
    public string Name { get; init; } = "";

    public PictureFormat Format { get; init; }

    public int WidthPixels { get; init; }

    public int HeightPixels { get; init; }

    /// <summary>Pixels per inch as declared in the file; null when the file says nothing.</summary>
    public double? Dpi { get; init; }

    public ColourModel ColourModel { get; init; } = ColourModel.Rgb;

    /// <summary>No pixel shows visible colour, whatever the colour model.</summary>
    public bool IsGray { get; init; }

    public bool HasLocationMetadata { get; init; }

    /// <summary>What was measured in the pixels; null when the picture could not be measured.</summary>
    public PictureMeasurements? Measured { get; init; }
}
