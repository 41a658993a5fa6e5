using System.Buffers.Binary;
using System.Text;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>EXIF (JEITA CP-3451) as a phone writes it: which way is up, who took it and where. Big-endian.</summary>
internal static class ExifData
{
    private const ushort Ascii = 2, Short = 3, Long = 4, Rational = 5;
    private const int FirstDirectory = 8;

    public static byte[] Of(int orientation, string? artist = null, bool withLocation = false, int? dotsPerInch = null)
    {
        var file = new MemoryStream();
        file.Write([(byte)'M', (byte)'M', 0, 42, 0, 0, 0, FirstDirectory]);
        var entries = new List<(ushort Tag, ushort Type, int Count, byte[] Value)>
        {
            (0x0112, Short, 1, [0, (byte)orientation, 0, 0]),
        };
        if (dotsPerInch is { } dots)
        {
            byte[] density = [.. Number(dots), .. Number(1)];
            entries.AddRange([(0x011A, Rational, 1, density), (0x011B, Rational, 1, density), (0x0128, Short, 1, [0, 2, 0, 0])]);
        }

        if (artist is not null) entries.Add((0x013B, Ascii, artist.Length + 1, Encoding.ASCII.GetBytes(artist + "\0")));
        var size = 2 + 12 * (entries.Count + (withLocation ? 1 : 0)) + 4;
        var data = FirstDirectory + size;
        var location = data + entries.Sum(entry => entry.Value.Length > 4 ? entry.Value.Length : 0);
        if (withLocation) entries.Add((0x8825, Long, 1, Number(location)));
        Directory(file, entries, data);
        if (withLocation) Directory(file, Location(), location + 2 + 12 * 4 + 4);
        return file.ToArray();
    }

    private static List<(ushort Tag, ushort Type, int Count, byte[] Value)> Location() =>
    [
        (1, Ascii, 2, [(byte)'N', 0, 0, 0]),
        (2, Rational, 3, Degrees(29, 18, 30)),
        (3, Ascii, 2, [(byte)'E', 0, 0, 0]),
        (4, Rational, 3, Degrees(120, 4, 15)),
    ];

    private static void Directory(MemoryStream file, List<(ushort Tag, ushort Type, int Count, byte[] Value)> entries, int data)
    {
        var after = new List<byte>();
        Write16(file, entries.Count);
        foreach (var (tag, type, count, value) in entries)
        {
            Write16(file, tag);
            Write16(file, type);
            file.Write(Number(count));
            if (value.Length == 4)
            {
                file.Write(value);
                continue;
            }

            file.Write(Number(data + after.Count));
            after.AddRange(value);
        }

        file.Write(Number(0));
        file.Write([.. after]);
    }

    private static byte[] Degrees(int degrees, int minutes, int seconds) =>
        [.. Number(degrees), .. Number(1), .. Number(minutes), .. Number(1), .. Number(seconds), .. Number(1)];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static void Write16(MemoryStream file, int value) => file.Write([(byte)(value >> 8), (byte)value]);
}
