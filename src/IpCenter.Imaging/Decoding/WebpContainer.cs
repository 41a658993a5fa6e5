using System.Buffers.Binary;

namespace IpCenter.Imaging.Decoding;

/// <summary>WebP's outer form (RFC 9649, 2.4 to 2.6): the picture without anything that may stand beside it.</summary>
internal static class WebpContainer
{
    private const int HeaderLength = 12, ChunkHeaderLength = 8;

    /// <summary>
    /// A file of the simple form that holds the picture of the given one. Throws <see cref="InvalidDataException"/> when there
    /// is none; transparency has been laid on white before and is not expected.
    /// </summary>
    public static byte[] PictureOnly(ReadOnlySpan<byte> file)
    {
        for (var at = HeaderLength; at + ChunkHeaderLength <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > file.Length - at - ChunkHeaderLength) break;
            var padded = ChunkHeaderLength + (int)length + (int)(length & 1);
            if (IsPicture(file[at..]) && at + padded <= file.Length) return Simple(file.Slice(at, padded));
            at += padded;
        }

        throw new InvalidDataException("The WebP holds no picture.");
    }

    /// <summary>Whether the file is of the simple form: one picture, and not a byte more.</summary>
    public static bool IsPictureOnly(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength + ChunkHeaderLength || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8)) return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[16..]);
        return IsPicture(file[HeaderLength..])
            && BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) == file.Length - 8
            && HeaderLength + ChunkHeaderLength + length + (length & 1) == file.Length;
    }

    private static bool IsPicture(ReadOnlySpan<byte> chunk) => chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8);

    private static byte[] Simple(ReadOnlySpan<byte> chunk)
    {
        var file = new byte[HeaderLength + chunk.Length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBP"u8.CopyTo(file.AsSpan(8));
        chunk.CopyTo(file.AsSpan(HeaderLength));
        return file;
    }
}
