using System.Text;
using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>Formats whose decoders run scripts, open files or are rarely attacked and rarely mended are not even tried.</summary>
public sealed class RefusedFormatTests
{
    public static TheoryData<string> Documents => ["svg", "svg with a byte order mark", "svg behind a comment", "svg in UTF-16", "svgz", "pdf", "pdf behind a line", "postscript", "eps with a preview", "bmp", "photoshop", "icon", "jpeg 2000", "jpeg xl", "jpeg xl codestream", "video"];

    public static TheoryData<string> Unknown => ["hdr", "exr", "ppm", "fits", "xcf", "mvg", "msl", "wmf", "dicom", "vips", "html", "zip", "one byte", "two bytes", "words"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_format_that_is_not_read_is_named_and_reaches_no_decoder(string kind)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Make(kind), CancellationToken.None);

        Assert.Equal(ImageRejectionReason.UnsupportedFormat, reading.Rejection?.Reason);
        Assert.Empty(reader.WorkerProcessIds);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task What_begins_like_no_known_picture_reaches_no_decoder(string kind)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Make(kind), CancellationToken.None);

        Assert.Equal(ImageRejectionReason.NotAnImage, reading.Rejection?.Reason);
        Assert.Empty(reader.WorkerProcessIds);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("avif")]
    public async Task Something_else_behind_the_first_bytes_of_a_picture_is_refused(string disguise)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        byte[] svg = [.. FirstBytes(disguise), .. Make("svg"), .. new byte[200]];

        var reading = await reader.ReadAsync(svg, CancellationToken.None);
        var alone = await reader.ReadAsync(FirstBytes(disguise), CancellationToken.None);
        var next = await reader.ReadAsync(new PngFile(8, 8).ToBytes(), CancellationToken.None);

        Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
        Assert.Equal(ImageRejectionReason.Corrupt, alone.Rejection?.Reason);
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }

    [Fact]
    public async Task The_format_is_told_by_content_and_reported()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var jpeg = await reader.ReadAsync(new JpegFile(16, 16).ToBytes(), CancellationToken.None);
        var png = await reader.ReadAsync(new PngFile(16, 16).ToBytes(), CancellationToken.None);
        var gif = await reader.ReadAsync(new GifFile(16, 16).ToBytes(), CancellationToken.None);

        Assert.Equal(
            [ImageFormat.Jpeg, ImageFormat.Png, ImageFormat.Gif],
            [jpeg.Image?.Info.Format, png.Image?.Info.Format, gif.Image?.Info.Format]);
    }

    private static byte[] FirstBytes(string format) => format switch
    {
        "jpeg" => [0xFF, 0xD8, 0xFF],
        "png" => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A],
        "webp" => [.. "RIFF"u8, 100, 0, 0, 0, .. "WEBPVP8 "u8],
        "gif" => [.. "GIF89a"u8],
        "tiff" => [.. "II"u8, 42, 0],
        "avif" => [0, 0, 0, 20, .. "ftypavif"u8, 0, 0, 0, 0, .. "avif"u8],
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static byte[] Make(string kind)
    {
        const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"file:///etc/passwd\"/></svg>";
        return kind switch
        {
            "svg" => Encoding.UTF8.GetBytes(Svg),
            "svg with a byte order mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Svg)],
            "svg behind a comment" => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><!--{new string('x', 2000)}-->{Svg}"),
            "svg in UTF-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Svg)],
            "svgz" => [0x1F, 0x8B, 8, .. new byte[40]],
            "pdf" => [.. "%PDF-1.7\n"u8, .. new byte[40]],
            "pdf behind a line" => [.. "a line\n%PDF-1.7\n"u8],
            "postscript" => [.. "%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run"u8],
            "eps with a preview" => [0xC5, 0xD0, 0xD3, 0xC6, .. new byte[40]],
            "bmp" => [.. "BM"u8, .. new byte[40]],
            "photoshop" => [.. "8BPS"u8, 0, 1, .. new byte[40]],
            "icon" => [0, 0, 1, 0, 1, 0, .. new byte[40]],
            "jpeg 2000" => [0, 0, 0, 12, .. "jP  \r\n"u8, 0x87, 0x0A, .. new byte[40]],
            "jpeg xl" => [0, 0, 0, 12, .. "JXL \r\n"u8, 0x87, 0x0A, .. new byte[40]],
            "jpeg xl codestream" => [0xFF, 0x0A, .. new byte[40]],
            "video" => [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8, .. new byte[40]],
            "hdr" => [.. "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2 +X 2\n"u8, .. new byte[16]],
            "exr" => [0x76, 0x2F, 0x31, 0x01, .. new byte[40]],
            "ppm" => [.. "P6 2 2 255\n"u8, .. new byte[12]],
            "fits" => [.. "SIMPLE  =                    T"u8, .. new byte[40]],
            "xcf" => [.. "gimp xcf v011\0"u8, .. new byte[40]],
            "mvg" => [.. "push graphic-context\nimage over 0,0 0,0 'https://example.com/x.png'\npop graphic-context"u8],
            "msl" => [.. "<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>"u8],
            "wmf" => [0xD7, 0xCD, 0xC6, 0x9A, .. new byte[40]],
            "dicom" => [.. new byte[128], .. "DICM"u8, .. new byte[40]],
            "vips" => [0x08, 0xF2, 0xA6, 0xB6, .. new byte[80]],
            "html" => [.. "<!doctype html><script>alert(1)</script>"u8],
            "zip" => [.. "PK\u0003\u0004"u8, .. new byte[40]],
            "one byte" => [0xFF],
            "two bytes" => [0xFF, 0xD8],
            "words" => [.. "not a picture at all"u8],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
