namespace IpCenter.Imaging;

/// <summary>The formats that are read at all. Which of them this machine decodes, <see cref="ImagingStatus.Formats"/> says.</summary>
public enum ImageFormat
{
    /// <summary>JPEG, baseline and progressive.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP, lossy and lossless; the first frame of an animation.</summary>
    Webp,

    /// <summary>TIFF; the first page.</summary>
    Tiff,

    /// <summary>GIF; the first frame.</summary>
    Gif,

    /// <summary>AVIF (AV1 in HEIF).</summary>
    Avif,

    /// <summary>HEIC (HEVC in HEIF), what iPhones take. libvips as npm packs it cannot decode HEVC; the system's often can.</summary>
    Heic,
}
