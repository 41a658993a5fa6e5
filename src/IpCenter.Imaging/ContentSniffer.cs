using System.Text;

namespace IpCenter.Imaging;

/// <summary>
/// Tells a format by its first bytes. The name and the media type that came with the bytes are the sender's claim and are
/// never looked at.
/// </summary>
internal static class ContentSniffer
{
    /// <summary>The format, or the reason why these bytes will not be decoded.</summary>
    public static (ImageFormat? Format, ImageRejection? Rejection) Sniff(ReadOnlySpan<byte> bytes)
    {
        if (Known(bytes) is { } format) return (format, null);
        return Refused(bytes) is { } name
            ? (null, new(ImageRejectionReason.UnsupportedFormat, $"{name} is not read."))
            : (null, new(ImageRejectionReason.NotAnImage, "No image format begins like this."));
    }

    private static ImageFormat? Known(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ImageFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ImageFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ImageFormat.Webp,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => ImageFormat.Tiff,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => ImageFormat.Gif,
        _ => Heif(bytes),
    };

    /// <summary>
    /// HEIF (ISO/IEC 23008-12) begins with a box "ftyp" that lists brands. The major brand may be the neutral "mif1", so the
    /// compatible brands count too.
    /// </summary>
    private static ImageFormat? Heif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..8].SequenceEqual("ftyp"u8)) return null;
        var end = (int)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), (uint)Math.Min(bytes.Length, 256));
        for (var at = 8; at + 4 <= end; at += 4)
        {
            var brand = bytes.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8)) return ImageFormat.Avif;
            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8))
                return ImageFormat.Heic;
        }

        return null;
    }

    private static string? Refused(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("BM"u8) && bytes.Length > 26) return "BMP";
        if (bytes.StartsWith("8BPS"u8)) return "Photoshop";
        // Encapsulated with a preview, it begins with four bytes of its own.
        if (bytes.StartsWith("%!PS"u8) || bytes is [0xC5, 0xD0, 0xD3, 0xC6, ..]) return "PostScript";
        if (bytes.StartsWith("\0\0\0\fjP  "u8)) return "JPEG 2000";
        if (bytes.StartsWith("\0\0\0\fJXL "u8) || bytes is [0xFF, 0x0A, ..]) return "JPEG XL";
        if (bytes is [0, 0, 1, 0, ..]) return "Icon";
        if (bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)) return "Video or another HEIF format";

        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.IndexOf("%PDF-"u8) is >= 0 and < 1024) return "PDF";
        if (head is [0x1F, 0x8B, ..]) return "Compressed data";
        return Text(head).Contains("<svg", StringComparison.OrdinalIgnoreCase) ? "SVG" : null;
    }

    private static string Text(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head),
        _ => Encoding.Latin1.GetString(head),
    };
}
