using System.Buffers.Binary;
using System.IO.Compression;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>Writes PNG (ISO/IEC 15948), also such as no honest encoder writes.</summary>
internal sealed class PngFile(int width, int height)
{
    private const int ScanlineFilterNone = 0;

    /// <summary>0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA.</summary>
    public int ColourType { get; init; } = 2;

    public int BitDepth { get; init; } = 8;

    /// <summary>Samples of the pixel at x, y; as many as the colour type has.</summary>
    public Func<int, int, int[]> Pixel { get; init; } = (_, _) => [200, 100, 50];

    /// <summary>Rows that are really written; the header says the full height.</summary>
    public int? Rows { get; init; }

    /// <summary>Adam7, with all samples 0 whatever <see cref="Pixel"/> says: for pictures that must be held in memory whole.</summary>
    public bool IsInterlacedBlack { get; init; }

    public List<(string Type, byte[] Data)> Chunks { get; } = [];

    /// <summary>The chunk of an ICC profile.</summary>
    public static (string Type, byte[] Data) Profile(byte[] icc) => ("iCCP", [.. "test\0\0"u8, .. Compress(stream => stream.Write(icc))]);

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)BitDepth, (byte)ColourType, IsInterlacedBlack ? (byte)1 : (byte)0);
        Write(file, "IHDR", header);
        foreach (var (type, data) in Chunks) Write(file, type, data);
        Write(file, "IDAT", Compress(IsInterlacedBlack ? InterlacedZeros : Scanlines));
        Write(file, "IEND", []);
        return file.ToArray();
    }

    private void Scanlines(Stream zlib)
    {
        var row = new List<byte>();
        for (var y = 0; y < (Rows ?? height); y++)
        {
            row.Clear();
            row.Add(ScanlineFilterNone);
            for (var x = 0; x < width; x++)
                foreach (var sample in Pixel(x, y))
                {
                    if (BitDepth == 16) row.Add((byte)(sample >> 8));
                    row.Add((byte)sample);
                }

            zlib.Write([.. row]);
        }
    }

    /// <summary>Seven passes (8.2): where each begins, and its steps.</summary>
    private void InterlacedZeros(Stream zlib)
    {
        (int X, int Y, int Right, int Down)[] passes =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        var samples = ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        foreach (var (x, y, right, down) in passes)
        {
            var row = new byte[1 + (width - x + right - 1) / right * samples * BitDepth / 8];
            for (var at = y; at < height; at += down) zlib.Write(row);
        }
    }

    private static byte[] Compress(Action<Stream> write)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest)) write(zlib);
        return compressed.ToArray();
    }

    private static void Write(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] checkedPart = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        file.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedPart));
        file.Write(number);
    }

    /// <summary>CRC-32 of ISO 3309, bit by bit.</summary>
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
