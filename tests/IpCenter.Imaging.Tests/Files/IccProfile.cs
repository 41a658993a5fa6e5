using System.Buffers.Binary;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>Colour profiles (ICC.1:2001-04) made of three primaries and a gamma.</summary>
internal static class IccProfile
{
    private const double Gamma = 2.2;

    /// <summary>Display P3's primaries (SMPTE EG 432-1), adapted to D50: what iPhones embed.</summary>
    public static byte[] DisplayP3 => Rgb((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407));

    /// <summary>Red and green exchanged: nobody can overlook whether it was applied.</summary>
    public static byte[] RedIsGreen => Rgb((0.38515, 0.71687, 0.09708), (0.43607, 0.22249, 0.01392), (0.14307, 0.06061, 0.71410));

    private static byte[] Rgb((double, double, double) red, (double, double, double) green, (double, double, double) blue) => Profile(
        ("desc", Description("test")),
        ("cprt", [.. "text\0\0\0\0none\0"u8, 0, 0, 0]),
        ("wtpt", Xyz((0.9642, 1, 0.8249))),
        ("rXYZ", Xyz(red)),
        ("gXYZ", Xyz(green)),
        ("bXYZ", Xyz(blue)),
        ("rTRC", Curve()),
        ("gTRC", Curve()),
        ("bTRC", Curve()));

    private static byte[] Profile(params (string Name, byte[] Data)[] tags)
    {
        var head = new byte[128];
        var table = new MemoryStream();
        var data = new MemoryStream();
        table.Write(Number(tags.Length));
        foreach (var (name, bytes) in tags)
        {
            table.Write(System.Text.Encoding.ASCII.GetBytes(name));
            table.Write(Number(128 + 4 + 12 * tags.Length + (int)data.Length));
            table.Write(Number(bytes.Length));
            data.Write(bytes);
        }

        Number(128 + (int)(table.Length + data.Length)).CopyTo(head, 0);
        Number(0x02400000).CopyTo(head, 8);
        "mntrRGB XYZ "u8.CopyTo(head.AsSpan(12));
        "acsp"u8.CopyTo(head.AsSpan(36));
        Xyz((0.9642, 1, 0.8249)).AsSpan(8).CopyTo(head.AsSpan(68));
        return [.. head, .. table.ToArray(), .. data.ToArray()];
    }

    private static byte[] Description(string text)
    {
        byte[] ascii = [.. System.Text.Encoding.ASCII.GetBytes(text), 0];
        var bytes = new byte[(12 + ascii.Length + 4 + 4 + 2 + 1 + 67 + 3) / 4 * 4];
        "desc"u8.CopyTo(bytes);
        Number(ascii.Length).CopyTo(bytes, 8);
        ascii.CopyTo(bytes, 12);
        return bytes;
    }

    private static byte[] Xyz((double X, double Y, double Z) colour) =>
        [.. "XYZ \0\0\0\0"u8, .. Number((int)Math.Round(colour.X * 65536)), .. Number((int)Math.Round(colour.Y * 65536)), .. Number((int)Math.Round(colour.Z * 65536))];

    private static byte[] Curve()
    {
        var gamma = (int)Math.Round(Gamma * 256);
        return [.. "curv\0\0\0\0"u8, .. Number(1), (byte)(gamma >> 8), (byte)gamma, 0, 0];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
