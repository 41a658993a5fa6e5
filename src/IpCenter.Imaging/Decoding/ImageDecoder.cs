using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Decoding;

/// <summary>
/// Encoded bytes → 8-bit sRGB pixels in memory, upright and no longer than asked. Runs in the worker only.
/// </summary>
/// <remarks>
/// libvips' one-step <c>thumbnail_buffer</c> must not be used on untrusted bytes: its line cache swallows read errors, so a
/// truncated JPEG or PNG comes back painted black below the cut, whatever <c>fail-on</c> says (8.14 and 8.18). Hence two steps:
/// decode strictly into memory, then reduce what is known to be whole.
/// </remarks>
internal sealed unsafe class ImageDecoder(DecodeLimits limits)
{
    /// <summary>Fields of EXIF's GPS directory, as libvips names them.</summary>
    private static readonly string[] LocationFields = ["exif-ifd3-GPSLatitude", "exif-ifd3-GPSLongitude"];

    /// <summary>libvips' density for a PNG that states none: 72 dots per inch, cut to whole pixels a metre. Who states 72 writes 2,835.</summary>
    private const double UnstatedPng = 2.834;

    /// <param name="data">Pinned by the caller for the whole call.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="format">What the first bytes say.</param>
    /// <param name="longestSide">The result is reduced to this; never enlarged.</param>
    public (ImageInfo Info, VipsImage Image) Decode(byte* data, int length, ImageFormat format, int longestSide)
    {
        using var header = Open(data, length, format, shrink: 1);
        if (limits.Check(header.Width, header.Height, (long)header.Bands * header.BytesPerSample) is { } rejection)
            throw new ImageRejectedException(rejection);
        var info = Describe(header, format, new(data, length));

        using var pixels = Pixels(data, length, format, ShrinkOnLoad(format, Math.Max(header.Width, header.Height), longestSide), header);
        return (info, Reduce(pixels, longestSide));
    }

    /// <summary>Reduces to the given longest side, turns upright and converts to 8-bit sRGB; the result is in memory.</summary>
    public static VipsImage Reduce(VipsImage image, int longestSide)
    {
        using var operation = new VipsOperation("thumbnail_image");
        operation.Set("in", image).Set("width", longestSide).Set("height", longestSide).Set("size", "down");
        // Only where it is needed: the transform doubles the time, and sRGB without a profile is sRGB already.
        if (image.Has("icc-profile-data") || image.IsCmyk) operation.Set("export-profile", "srgb");
        using var small = operation.Image();
        using var srgb = Run("colourspace", small, ("space", "srgb"));
        using var samples = Run("cast", srgb, ("format", "uchar"));
        return samples.ToMemory();
    }

    /// <summary>Lazy: reads the header, decodes nothing yet.</summary>
    private static VipsImage Open(byte* data, int length, ImageFormat format, int shrink)
    {
        var loader = LoaderOf(format);
        if (!VipsOperation.Exists(loader))
            throw new ImageRejectedException(new(ImageRejectionReason.UnsupportedFormat, $"This libvips has no {loader}."));
        using var operation = new VipsOperation(loader);
        // libtiff reports a strip that is missing as an error, the others as truncation.
        operation.Set("buffer", data, length).Set("access", "sequential").Set("fail-on", format == ImageFormat.Tiff ? "error" : "truncated");
        if (shrink > 1) operation.Set("shrink", shrink);
        return operation.Image();
    }

    public static string LoaderOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpegload_buffer",
        ImageFormat.Png => "pngload_buffer",
        ImageFormat.Webp => "webpload_buffer",
        ImageFormat.Tiff => "tiffload_buffer",
        ImageFormat.Gif => "gifload_buffer",
        ImageFormat.Avif or ImageFormat.Heic => "heifload_buffer",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>A JPEG can be decoded at 1/2, 1/4 or 1/8; what is left must still be at least as long as what is wanted.</summary>
    private static int ShrinkOnLoad(ImageFormat format, int side, int longestSide)
    {
        var shrink = 1;
        while (format == ImageFormat.Jpeg && shrink < 8 && side / (shrink * 2) >= longestSide) shrink *= 2;
        return shrink;
    }

    private static VipsImage Pixels(byte* data, int length, ImageFormat format, int shrink, VipsImage header)
    {
        var image = shrink == 1 ? null : Open(data, length, format, shrink);
        var eight = (image ?? header).IsEightBit ? null : ToEightBit(image ?? header);
        var source = eight ?? image ?? header;
        // On white, before the copy to memory, so that a deep image is never held at its full depth.
        var opaque = source.HasAlpha ? Run("flatten", source, ("background", source.IsCmyk ? "0" : "255")) : null;
        try
        {
            return (opaque ?? source).ToMemory();
        }
        finally
        {
            opaque?.Dispose();
            eight?.Dispose();
            image?.Dispose();
        }
    }

    /// <summary>Inks keep their meaning, for the profile that comes later; libvips 8.18 also crashes on 16-bit ones in <c>colourspace</c>.</summary>
    private static VipsImage ToEightBit(VipsImage deep) => deep.IsCmyk
        ? Run("cast", deep, ("format", "uchar"), ("shift", "true"))
        : Run("colourspace", deep, ("space", deep.Bands < 3 ? "b-w" : "srgb"));

    private static ImageInfo Describe(VipsImage header, ImageFormat format, ReadOnlySpan<byte> file)
    {
        var lies = header.Orientation is >= 5 and <= 8;
        return new(
            format,
            lies ? header.Height : header.Width,
            lies ? header.Width : header.Height,
            Math.Max(1, header.Pages),
            StatesDensity(header, format, file) ? Math.Round(header.PixelsPerMillimetre * 25.4, 2) : null,
            IsGray: header.Bands < 3,
            header.HasAlpha,
            header.Has("icc-profile-data"),
            Array.Exists(LocationFields, header.Has) || header.Blob("xmp-data").IndexOf("GPSLatitude"u8) >= 0);
    }

    /// <summary>
    /// libvips gives 72 dots per inch, or 1 a millimetre, to files that state none, and libexif writes 72 into EXIF that lacks it:
    /// only where the file itself can be seen to state it, 72 is taken for an answer.
    /// </summary>
    private static bool StatesDensity(VipsImage header, ImageFormat format, ReadOnlySpan<byte> file) => format switch
    {
        ImageFormat.Jpeg => StatesJfifDensity(file) || StatesExifDensity(header),
        ImageFormat.Png => header.PixelsPerMillimetre > 1 && Math.Abs(header.PixelsPerMillimetre - UnstatedPng) > 1e-4,
        ImageFormat.Tiff => header.PixelsPerMillimetre > 1,
        _ => StatesExifDensity(header),
    };

    private static bool StatesExifDensity(VipsImage header) =>
        header.Has("exif-ifd0-XResolution") && Math.Abs(header.PixelsPerMillimetre * 25.4 - 72) > 0.01;

    /// <summary>JFIF's segment comes first; its units are dots per inch or per centimetre, or none (ITU-T T.871, 10.1).</summary>
    private static bool StatesJfifDensity(ReadOnlySpan<byte> file) =>
        file.Length > 18 && file[2] == 0xFF && file[3] == 0xE0 && file[6..].StartsWith("JFIF\0"u8) && file[13] is 1 or 2;

    private static VipsImage Run(string name, VipsImage image, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        using var operation = new VipsOperation(name);
        operation.Set("in", image);
        foreach (var (argument, value) in arguments) operation.Set(argument, value);
        return operation.Image();
    }
}
