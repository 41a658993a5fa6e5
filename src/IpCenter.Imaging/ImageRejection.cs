namespace IpCenter.Imaging;

/// <summary>Why bytes were not accepted as an image.</summary>
public enum ImageRejectionReason
{
    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>The content is no image format known here.</summary>
    NotAnImage,

    /// <summary>An image or document, of a format that is not read (SVG, PDF, BMP, …) or that this machine cannot decode.</summary>
    UnsupportedFormat,

    /// <summary>Begins like an image and cannot be decoded to its end.</summary>
    Corrupt,

    /// <summary>More bytes than <see cref="ImageReaderOptions.MaxBytes"/>.</summary>
    TooManyBytes,

    /// <summary>More pixels than <see cref="ImageReaderOptions.MaxPixels"/>.</summary>
    TooManyPixels,

    /// <summary>A side longer than <see cref="ImageReaderOptions.MaxSide"/>.</summary>
    TooLongSide,

    /// <summary>Decoded it would take more memory than <see cref="ImageReaderOptions.MaxDecodedBytes"/>, or than the worker may have.</summary>
    TooDeep,

    /// <summary>Not decoded within <see cref="ImageReaderOptions.Deadline"/> and <see cref="ImageReaderOptions.LongestWait"/>, or built so that it would not be.</summary>
    TooSlow,

    /// <summary>The worker process died or answered nonsense. Nothing else was harmed; sending the same bytes again is unlikely to help.</summary>
    WorkerCrashed,

    /// <summary>This machine has no libvips: <see cref="ImageReader.StatusAsync"/> says what to install.</summary>
    Unavailable,
}

/// <summary>A refusal.</summary>
/// <param name="Reason">For the program, and for the words that a person reads.</param>
/// <param name="Detail">For the log, in English; may quote the decoder.</param>
public sealed record ImageRejection(ImageRejectionReason Reason, string Detail);
