using System.Buffers.Binary;

namespace IpCenter.Imaging;

/// <summary>
/// Counts the scans of a JPEG before anything decodes it. A progressive JPEG may have any number of them, each costing a pass
/// over the whole image: 244 KB with 1,500 empty scans keep a decoder busy for 13 s in one call. Real files have about ten.
/// </summary>
internal static class JpegScans
{
    /// <summary>No encoder in use writes more than this.</summary>
    public const int Most = 100;

    private const byte StartOfScan = 0xDA, StartOfImage = 0xD8, EndOfImage = 0xD9, Temporary = 0x01, FirstRestart = 0xD0, LastRestart = 0xD7;

    /// <summary>
    /// The number of start-of-scan markers up to the end of image (ITU-T T.81, B.1.1). Segments are skipped by their length, so
    /// that a thumbnail inside EXIF is not counted. Stops early, past <see cref="Most"/>.
    /// </summary>
    public static int Count(ReadOnlySpan<byte> jpeg)
    {
        var scans = 0;
        var at = 0;
        while (scans <= Most)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= jpeg.Length) break;
            at += next + 1;
            var marker = jpeg[at];
            if (marker == 0xFF) continue;
            at++;
            if (marker == EndOfImage) break;
            if (marker is 0 or StartOfImage or Temporary or (>= FirstRestart and <= LastRestart)) continue;
            if (marker == StartOfScan) scans++;
            if (at + 2 > jpeg.Length) break;
            at += BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]);
            if (at >= jpeg.Length) break;
        }

        return scans;
    }
}
