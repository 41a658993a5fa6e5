using System.Buffers.Binary;
using System.Text;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>Takes WebP's container (RFC 9649) apart and puts other files together from the pictures in it.</summary>
internal static class WebpFile
{
    private const byte Animated = 0x02, Transparent = 0x10;

    /// <summary>Names and contents of the chunks, in their order.</summary>
    public static List<(string Name, byte[] Data)> Chunks(ReadOnlySpan<byte> file)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 12; at + 8 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
            chunks.Add((Encoding.ASCII.GetString(file.Slice(at, 4)), file.Slice(at + 8, length).ToArray()));
            at += 8 + length + (length & 1);
        }

        return chunks;
    }

    /// <summary>The picture of a simple file, made transparent where <paramref name="alpha"/> is 0 (one byte a pixel).</summary>
    public static byte[] WithAlpha(byte[] simple, int width, int height, byte[] alpha) => File(
        ("VP8X", [Transparent, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]),
        // Neither compressed nor filtered.
        ("ALPH", [0, .. alpha]),
        ("VP8 ", Picture(simple)));

    /// <summary>The pictures of simple files of one size, one after the other.</summary>
    public static byte[] Animation(int width, int height, IEnumerable<byte[]> frames) => File(
    [
        ("VP8X", [Animated, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]),
        ("ANIM", [0, 0, 0, 0, 0, 0]),
        .. frames.Select(frame => ("ANMF", (byte[])
        [
            .. Three(0), .. Three(0), .. Three(width - 1), .. Three(height - 1), .. Three(100), 0, .. Chunk("VP8 ", Picture(frame)),
        ])),
    ]);

    private static byte[] Picture(byte[] simple) => Chunks(simple).Single(chunk => chunk.Name == "VP8 ").Data;

    private static byte[] File(params (string Name, byte[] Data)[] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Data))];
        return [.. "RIFF"u8, .. Four(body.Length), .. body];
    }

    private static byte[] Chunk(string name, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(name), .. Four(data.Length), .. data, .. new byte[data.Length & 1]];

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Four(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
}
