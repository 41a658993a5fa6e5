namespace IpCenter.Imaging;

/// <summary>What the file says about itself.</summary>
/// <param name="Format">By content, never by name.</param>
/// <param name="Width">Pixels of the original, after the rotation that EXIF asks for.</param>
/// <param name="Height">Pixels of the original, after the rotation that EXIF asks for.</param>
/// <param name="Pages">Frames or pages; only the first is decoded.</param>
/// <param name="DotsPerInch">Horizontal density, or null when the file names none.</param>
/// <param name="IsGray">Stored with no colour channels.</param>
/// <param name="HasAlpha">Stored with transparency.</param>
/// <param name="HasColourProfile">An ICC profile was embedded (it has been applied).</param>
/// <param name="HasLocation">EXIF or XMP tells where the photo was taken. Copies made here never carry it.</param>
public sealed record ImageInfo(
    ImageFormat Format,
    int Width,
    int Height,
    int Pages,
    double? DotsPerInch,
    bool IsGray,
    bool HasAlpha,
    bool HasColourProfile,
    bool HasLocation);
