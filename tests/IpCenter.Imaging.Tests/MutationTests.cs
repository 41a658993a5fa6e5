using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>Honest files with a few bytes changed, the same ones in every run: an answer each time, and the worker survives.</summary>
public sealed class MutationTests
{
    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("cmyk")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("webp")]
    [InlineData("avif")]
    public async Task Changed_bytes_end_in_an_answer_and_not_in_a_crash(string kind)
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1 }, TimeProvider.System);
        var honest = await MakeAsync(reader, kind);
        Assert.True((await reader.ReadAsync(honest, CancellationToken.None)).IsAccepted);
        var worker = Assert.Single(reader.WorkerProcessIds);
        var random = new Random(2026);

        for (var round = 0; round < 60; round++)
        {
            var changed = Change(honest, random);
            var reading = await reader.ReadAsync(changed, CancellationToken.None);

            Assert.False(
                reading.Rejection?.Reason is ImageRejectionReason.WorkerCrashed or ImageRejectionReason.TooSlow,
                $"Round {round}: {reading.Rejection}");
        }

        Assert.Equal(worker, Assert.Single(reader.WorkerProcessIds));
    }

    /// <summary>Up to eight bytes become others, or a piece is cut out or doubled. The first bytes stay, or it would be no picture.</summary>
    private static byte[] Change(byte[] honest, Random random)
    {
        const int Signature = 12;
        var at = random.Next(Signature, honest.Length);
        var length = random.Next(1, Math.Min(64, honest.Length - at + 1));
        switch (random.Next(4))
        {
            case 0:
                return [.. honest[..at], .. honest[Math.Min(honest.Length, at + length)..]];
            case 1:
                return [.. honest[..at], .. honest[at..Math.Min(honest.Length, at + length)], .. honest[at..]];
            default:
                var changed = (byte[])honest.Clone();
                for (var i = random.Next(1, 9); i > 0; i--) changed[random.Next(Signature, changed.Length)] = (byte)random.Next(256);
                return changed;
        }
    }

    private static async Task<byte[]> MakeAsync(ImageReader reader, string kind)
    {
        Func<int, int, int[]> noise = (x, y) => [(x * 31 + y * 17) % 251, (x * 13 + y * 57) % 241, (x * y) % 239];
        var jpeg = new JpegFile(120, 80) { LaterScans = kind == "progressive" ? 8 : null, Stored = noise };
        jpeg.Segments.Add(JpegFile.Exif(ExifData.Of(6, "somebody", withLocation: true)));
        jpeg.Segments.Add(JpegFile.Profile(IccProfile.DisplayP3));
        var ink = new JpegFile(120, 80) { Components = 4, Stored = (x, y) => [.. noise(x, y), 10] };
        ink.Segments.Add(JpegFile.Adobe(2));
        return kind switch
        {
            "jpeg" or "progressive" => jpeg.ToBytes(),
            "cmyk" => ink.ToBytes(),
            "png" => Png(noise),
            "gif" => new GifFile(40, 30) { Frames = { 1, 0 } }.ToBytes(),
            "tiff" => new TiffFile(40, 30).ToBytes(),
            "webp" => (await reader.ReadAsync(Png(noise), CancellationToken.None)).Image!.Display,
            _ => HeifFile.Avif,
        };
    }

    private static byte[] Png(Func<int, int, int[]> noise)
    {
        var png = new PngFile(120, 80) { Pixel = noise };
        png.Chunks.Add(PngFile.Profile(IccProfile.DisplayP3));
        return png.ToBytes();
    }
}
