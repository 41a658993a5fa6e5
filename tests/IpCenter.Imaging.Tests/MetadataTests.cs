using System.Text;
using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>What a file tells beyond its picture is noticed, and never handed on.</summary>
public sealed class MetadataTests
{
    private const string Artist = "secret-artist";

    private const string Xmp = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" exif:GPSLatitude=\"29,18.5N\" exif:GPSLongitude=\"120,4.2E\" note=\"secret-artist\"/>"
        + "</rdf:RDF></x:xmpmeta>";

    public static TheoryData<string, bool, bool> Files => new()
    {
        { "jpeg, nothing", false, false },
        { "jpeg, artist", false, false },
        { "jpeg, location", true, false },
        { "jpeg, xmp", true, false },
        { "jpeg, profile", false, true },
        { "jpeg, everything", true, true },
        { "png, words", false, false },
        { "png, xmp", true, false },
        { "png, profile", false, true },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Copies_carry_pixels_and_nothing_else(string kind, bool hasLocation, bool hasProfile)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Make(kind), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((hasLocation, hasProfile), (reading.Image.Info.HasLocation, reading.Image.Info.HasColourProfile));
        foreach (var copy in new[] { reading.Image.Display, reading.Image.Thumbnail })
        {
            Assert.Equal(["VP8 "], WebpFile.Chunks(copy).Select(chunk => chunk.Name));
            Assert.Equal(-1, copy.AsSpan().IndexOf("secret"u8));
        }
    }

    [Theory]
    [InlineData("png, 200", 200.0)]
    [InlineData("png, 72", 72.0)]
    [InlineData("png", null)]
    [InlineData("png, a shape of pixels", null)]
    [InlineData("jpeg, 300", 300.0)]
    [InlineData("jpeg, 118 a centimetre", 300.0)]
    [InlineData("jpeg, a shape of pixels", null)]
    [InlineData("jpeg, 240 in EXIF", 240.0)]
    [InlineData("jpeg, EXIF without density", null)]
    [InlineData("jpeg", null)]
    [InlineData("gif", null)]
    [InlineData("tiff", null)]
    [InlineData("avif", null)]
    public async Task Density_is_told_when_the_file_states_it(string kind, double? expected)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(WithDensity(kind), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal(expected, reading.Image.Info.DotsPerInch is { } density ? Math.Round(density) : null);
    }

    [Fact]
    public async Task Broken_metadata_do_not_cost_the_picture()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new JpegFile(32, 32);
        var exif = ExifData.Of(6, Artist, withLocation: true);
        exif.AsSpan(14).Fill(0xEE);
        file.Segments.Add(JpegFile.Exif(exif));
        file.Segments.Add(JpegFile.Profile([.. Enumerable.Repeat((byte)0x5A, 500)]));
        file.Segments.Add(JpegFile.Xmp("<x:xmpmeta"));

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(16, 16, (200, 100, 50), 3);
    }

    private static byte[] Make(string kind)
    {
        var jpeg = new JpegFile(64, 64);
        var png = new PngFile(64, 64);
        switch (kind)
        {
            case "jpeg, nothing":
                break;
            case "jpeg, artist":
                jpeg.Segments.Add(JpegFile.Exif(ExifData.Of(1, Artist)));
                break;
            case "jpeg, location":
                jpeg.Segments.Add(JpegFile.Exif(ExifData.Of(1, Artist, withLocation: true)));
                break;
            case "jpeg, xmp":
                jpeg.Segments.Add(JpegFile.Xmp(Xmp));
                break;
            case "jpeg, profile":
                jpeg.Segments.Add(JpegFile.Profile(IccProfile.DisplayP3));
                break;
            case "jpeg, everything":
                jpeg.Segments.Add(JpegFile.Exif(ExifData.Of(1, Artist, withLocation: true)));
                jpeg.Segments.Add(JpegFile.Xmp(Xmp));
                jpeg.Segments.Add(JpegFile.Profile(IccProfile.DisplayP3));
                jpeg.Segments.Add((0xFE, Encoding.ASCII.GetBytes("secret comment")));
                break;
            case "png, words":
                png.Chunks.Add(("tEXt", Encoding.ASCII.GetBytes("Comment\0secret words")));
                break;
            case "png, xmp":
                png.Chunks.Add(("iTXt", Encoding.UTF8.GetBytes("XML:com.adobe.xmp\0\0\0\0\0" + Xmp)));
                break;
            case "png, profile":
                png.Chunks.Add(PngFile.Profile(IccProfile.DisplayP3));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }

        return kind.StartsWith("png", StringComparison.Ordinal) ? png.ToBytes() : jpeg.ToBytes();
    }

    private static byte[] WithDensity(string kind)
    {
        var jpeg = new JpegFile(32, 32);
        var png = new PngFile(32, 32);
        switch (kind)
        {
            case "png, 200":
                png.Chunks.Add(("pHYs", [0, 0, 0x1E, 0xC2, 0, 0, 0x1E, 0xC2, 1]));
                break;
            case "png, 72":
                png.Chunks.Add(("pHYs", [0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1]));
                break;
            case "png, a shape of pixels":
                png.Chunks.Add(("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 0]));
                break;
            case "jpeg, 300":
                jpeg.Segments.Add((0xE0, [.. "JFIF\0"u8, 1, 2, 1, 1, 44, 1, 44, 0, 0]));
                break;
            case "jpeg, 118 a centimetre":
                jpeg.Segments.Add((0xE0, [.. "JFIF\0"u8, 1, 2, 2, 0, 118, 0, 118, 0, 0]));
                break;
            case "jpeg, a shape of pixels":
                jpeg.Segments.Add((0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]));
                break;
            case "jpeg, 240 in EXIF":
                jpeg.Segments.Add(JpegFile.Exif(ExifData.Of(1, dotsPerInch: 240)));
                break;
            case "jpeg, EXIF without density":
                jpeg.Segments.Add(JpegFile.Exif(ExifData.Of(1, Artist)));
                break;
            case "gif":
                return new GifFile(32, 32).ToBytes();
            case "tiff":
                return new TiffFile(32, 32).ToBytes();
            case "avif":
                return HeifFile.Avif;
        }

        return kind.StartsWith("png", StringComparison.Ordinal) ? png.ToBytes() : jpeg.ToBytes();
    }
}
