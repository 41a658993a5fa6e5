using System.Buffers.Binary;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>Writes GIF89a. Its LZW is used without any repetition: each code is one pixel, and the table is cleared before it grows.</summary>
internal sealed class GifFile(int width, int height)
{
    private const int Clear = 128, End = 129, PixelsPerTable = 120;

    /// <summary>Which of <see cref="Palette"/> the frame is filled with.</summary>
    public List<int> Frames { get; } = [0];

    public List<(byte Red, byte Green, byte Blue)> Palette { get; } = [(200, 100, 50), (50, 100, 200)];

    /// <summary>This colour shows what is behind.</summary>
    public int? Transparent { get; init; }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        file.Write("GIF89a"u8);
        Write16(file, width);
        Write16(file, height);
        // 128 colours for all frames.
        file.Write([0b1111_0110, 0, 0]);
        for (var i = 0; i < 128; i++)
            file.Write(i < Palette.Count ? [Palette[i].Red, Palette[i].Green, Palette[i].Blue] : [0, 0, 0]);
        foreach (var colour in Frames) Frame(file, (byte)colour);
        file.WriteByte(0x3B);
        return file.ToArray();
    }

    private void Frame(MemoryStream file, byte colour)
    {
        file.Write([0x21, 0xF9, 4, Transparent is null ? (byte)0 : (byte)1, 10, 0, (byte)(Transparent ?? 0), 0]);
        file.Write([0x2C, 0, 0, 0, 0]);
        Write16(file, width);
        Write16(file, height);
        file.Write([0, 7]);
        var codes = new List<byte>();
        for (var i = 0; i < width * height; i++)
        {
            if (i % PixelsPerTable == 0) codes.Add(Clear);
            codes.Add(colour);
        }

        codes.Add(End);
        foreach (var block in codes.Chunk(255))
        {
            file.WriteByte((byte)block.Length);
            file.Write(block);
        }

        file.WriteByte(0);
    }

    private static void Write16(MemoryStream file, int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        file.Write(bytes);
    }
}
