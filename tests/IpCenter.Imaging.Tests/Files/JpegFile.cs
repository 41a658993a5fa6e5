using System.Buffers.Binary;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>
/// Writes JPEG (ITU-T T.81) whose 8 × 8 blocks are plain, so that colours come out exactly as they were put in: one coefficient
/// per block, undivided. Also such files as no honest encoder writes.
/// </summary>
internal sealed class JpegFile(int width, int height)
{
    private const int BlockSide = 8;

    /// <summary>Code lengths of one Huffman table for all: twelve categories of DC in four bits, end of block in one.</summary>
    private const int CategoryBits = 4, EndOfBlockBits = 1;

    /// <summary>1 gray, 3 YCbCr, 4 CMYK or YCCK as <see cref="Adobe"/> says.</summary>
    public int Components { get; init; } = 3;

    /// <summary>Samples of the pixel at x, y as they are stored; taken at the top left of each block.</summary>
    public Func<int, int, int[]> Stored { get; init; } = (_, _) => YCbCr(200, 100, 50);

    /// <summary>Segments between the start of the image and the frame.</summary>
    public List<(byte Marker, byte[] Data)> Segments { get; } = [];

    /// <summary>Null for baseline; else that many scans after the first, one coefficient each, all of them zero.</summary>
    public int? LaterScans { get; init; }

    /// <summary>The marker of Adobe's, with its colour transform: 0 none, 1 YCbCr, 2 YCCK.</summary>
    public static (byte Marker, byte[] Data) Adobe(byte transform) => (0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform]);

    public static (byte Marker, byte[] Data) Exif(byte[] exif) => (0xE1, [.. "Exif\0\0"u8, .. exif]);

    public static (byte Marker, byte[] Data) Xmp(string packet) =>
        (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. System.Text.Encoding.UTF8.GetBytes(packet)]);

    public static (byte Marker, byte[] Data) Profile(byte[] icc) => (0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. icc]);

    /// <summary>JFIF's colours (ITU-T T.871).</summary>
    public static int[] YCbCr(int red, int green, int blue) =>
    [
        Sample(0.299 * red + 0.587 * green + 0.114 * blue),
        Sample(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue),
        Sample(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue),
    ];

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        foreach (var (marker, data) in Segments) Segment(file, marker, data);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(file, LaterScans is null ? (byte)0xC0 : (byte)0xC2, Frame());
        Segment(file, 0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);

        var all = Enumerable.Range(1, Components).ToArray();
        Scan(file, all, 0, LaterScans is null ? (byte)63 : (byte)0);
        for (var i = 0; i < LaterScans; i++) Scan(file, [all[i / 63 % Components]], (byte)(1 + i % 63), (byte)(1 + i % 63));
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private byte[] Frame()
    {
        var frame = new byte[6 + 3 * Components];
        frame[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)width);
        frame[5] = (byte)Components;
        for (var i = 0; i < Components; i++) (frame[6 + 3 * i], frame[7 + 3 * i]) = ((byte)(i + 1), 0x11);
        return frame;
    }

    private void Scan(MemoryStream file, int[] components, byte first, byte last)
    {
        Segment(file, 0xDA, [(byte)components.Length, .. components.SelectMany(id => new byte[] { (byte)id, 0 }), first, last, 0]);
        var bits = new JpegBits(file);
        var before = new int[Components];
        for (var y = 0; y < height; y += BlockSide)
            for (var x = 0; x < width; x += BlockSide)
            {
                var samples = Stored(x, y);
                foreach (var id in components)
                {
                    if (first == 0) Difference(bits, 8 * (samples[id - 1] - 128), ref before[id - 1]);
                    if (last != 0) bits.Write(0, EndOfBlockBits);
                }
            }

        bits.Pad();
    }

    /// <summary>T.81, F.1.2.1: the category of the difference, then its bits; negative ones less one.</summary>
    private static void Difference(JpegBits bits, int value, ref int before)
    {
        var difference = value - before;
        before = value;
        var category = difference == 0 ? 0 : 1 + (int)Math.Log2(Math.Abs(difference));
        bits.Write(category, CategoryBits);
        bits.Write((difference < 0 ? difference - 1 : difference) & ((1 << category) - 1), category);
    }

    private static void Segment(MemoryStream file, byte marker, byte[] data)
    {
        file.Write([0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2)]);
        file.Write(data);
    }

    private static int Sample(double value) => (int)Math.Clamp(Math.Round(value), 0, 255);
}
