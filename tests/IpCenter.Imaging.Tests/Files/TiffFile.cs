using System.Buffers.Binary;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>Writes TIFF 6.0, little-endian, uncompressed, one strip a page.</summary>
internal sealed class TiffFile(int width, int height)
{
    private const ushort Short = 3, Long = 4;

    /// <summary>0 white is zero, 1 black is zero, 2 RGB, 5 CMYK.</summary>
    public int Photometric { get; init; } = 2;

    public int BitsPerSample { get; init; } = 8;

    /// <summary>The samples of all pixels of each page.</summary>
    public List<int[]> Pages { get; } = [[200, 100, 50]];

    /// <summary>Further entries in the first directory, of tags that nobody knows.</summary>
    public int UnknownEntries { get; init; }

    /// <summary>The last directory names the first as the next one.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Only so many bytes of the last page's strip are there.</summary>
    public int? StripBytes { get; init; }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        file.Write([(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0]);
        for (var page = 0; page < Pages.Count; page++)
        {
            var entries = Entries(Pages[page], page == 0 ? UnknownEntries : 0, (int)file.Length, out var bits);
            Write16(file, entries.Count);
            foreach (var (tag, type, count, value) in entries)
            {
                Write16(file, tag);
                Write16(file, type);
                Write32(file, count);
                Write32(file, value);
            }

            var isLast = page == Pages.Count - 1;
            var strip = isLast && StripBytes == 0 ? [] : Strip(Pages[page]);
            Write32(file, !isLast ? (int)file.Length + 4 + bits.Length + strip.Length : IsLoop ? 8 : 0);
            file.Write(bits);
            file.Write(isLast ? strip.AsSpan(0, StripBytes ?? strip.Length) : strip);
        }

        return file.ToArray();
    }

    /// <summary>The directory begins at <paramref name="start"/>; bits per sample and the strip follow it.</summary>
    private List<(int Tag, int Type, int Count, int Value)> Entries(int[] samples, int unknown, int start, out byte[] bits)
    {
        const int Known = 9;
        var after = start + 2 + 12 * (Known + unknown) + 4;
        bits = samples.Length < 3 ? [] : [.. Enumerable.Repeat(new byte[] { (byte)BitsPerSample, 0 }, samples.Length).SelectMany(b => b)];
        List<(int, int, int, int)> entries =
        [
            (256, Long, 1, width),
            (257, Long, 1, height),
            (258, Short, samples.Length, bits.Length == 0 ? BitsPerSample : after),
            (259, Short, 1, 1),
            (262, Short, 1, Photometric),
            (273, Long, 1, after + bits.Length),
            (277, Short, 1, samples.Length),
            (278, Long, 1, height),
            (279, Long, 1, width * height * samples.Length * BitsPerSample / 8),
        ];
        for (var i = 0; i < unknown; i++) entries.Add((40_000 + i % 10_000, Long, 1, i));
        return entries;
    }

    private byte[] Strip(int[] samples)
    {
        var strip = new MemoryStream();
        for (var pixel = 0; pixel < width * height; pixel++)
            foreach (var sample in samples)
                if (BitsPerSample == 16) Write16(strip, sample);
                else strip.WriteByte((byte)sample);
        return strip.ToArray();
    }

    private static void Write16(MemoryStream file, int value) => file.Write([(byte)value, (byte)(value >> 8)]);

    private static void Write32(MemoryStream file, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        file.Write(bytes);
    }
}
