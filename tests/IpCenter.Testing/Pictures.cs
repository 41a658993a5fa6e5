using System.Buffers.Binary;
using System.IO.Compression;

namespace IpCenter.Testing;

/// <summary>Small PNG pictures of a product on a plain ground, drawn from a seed: the same seed is the same bytes.</summary>
public static class Pictures
{
    /// <summary>A patterned box on light gray; other seeds have other patterns, other sides other widths.</summary>
    public static byte[] Product(int seed, int side = 0, int size = 800) => Png(size, size, ProductPixels(seed, side, size));

    /// <summary>A phone's screenshot of a livestream in which the product of <see cref="Product"/> is shown.</summary>
    public static byte[] Screenshot(int seed, int side = 0)
    {
        const int Width = 600, Height = 1000, Shown = 560, Left = 20, Top = 180;
        var rgb = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var at = 3 * (y * Width + x);
                var line = y is > 60 and < 120 && x % 24 < 14 || y > 860 && (x / 40 + y / 30) % 3 == 0;
                (rgb[at], rgb[at + 1], rgb[at + 2]) = line ? ((byte)230, (byte)225, (byte)215) : ((byte)38, (byte)30, (byte)44);
            }
        var product = ProductPixels(seed, side, Shown);
        for (var y = 0; y < Shown; y++)
            product.AsSpan(3 * y * Shown, 3 * Shown).CopyTo(rgb.AsSpan(3 * ((Top + y) * Width + Left)));
        return Png(Width, Height, rgb);
    }

    private static byte[] ProductPixels(int seed, int side, int size)
    {
        var random = new Random(seed * 31 + 17);
        var tones = Enumerable.Range(0, 64).Select(_ => ((byte)random.Next(40, 220), (byte)random.Next(40, 220), (byte)random.Next(40, 220))).ToArray();
        var (left, top) = (size / 5 + side * 3 % 40, size / 5);
        var rgb = new byte[size * size * 3];
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                var (r, g, b) = ((byte)240, (byte)240, (byte)240);
                if (x >= left && x < size - left && y >= top && y < size - top)
                {
                    var cell = ((x - left) * 8 / (size - 2 * left) + side) % 8 + 8 * ((y - top) * 8 / (size - 2 * top));
                    (r, g, b) = tones[cell];
                    // Fine lines inside every cell keep the picture sharp.
                    if ((x * 7 + y * 3 + seed) % 11 < 3)
                        (r, g, b) = ((byte)(r / 2), (byte)(g / 2), (byte)(b / 2));
                }
                var at = 3 * (y * size + x);
                (rgb[at], rgb[at + 1], rgb[at + 2]) = (r, g, b);
            }
        return rgb;
    }

    /// <summary>Encodes 8-bit RGB (PNG specification, W3C 2003) with 200 dots per inch.</summary>
    public static byte[] Png(int width, int height, byte[] rgb)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR"u8, header);
        var density = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(density, 7874);
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), 7874);
        density[8] = 1;
        Chunk(file, "pHYs"u8, density);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(rgb, y * width * 3, width * 3);
            }
        }
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] checkedBytes = [.. type, .. data];
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedBytes));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG wants it (ISO 3309, polynomial 0xEDB88320).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
        }
        return ~crc;
    }
}
