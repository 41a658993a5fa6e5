using System.Buffers.Binary;
using System.Text;
using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>Files that nobody's camera wrote. Each ends in an answer, and the next honest picture is read as before.</summary>
public sealed class HostilePngTests
{
    public static TheoryData<string, ImageRejectionReason> Refused => new()
    {
        { "empty", ImageRejectionReason.Empty },
        { "random", ImageRejectionReason.NotAnImage },
        { "svg", ImageRejectionReason.UnsupportedFormat },
        { "pdf", ImageRejectionReason.UnsupportedFormat },
        { "bmp", ImageRejectionReason.UnsupportedFormat },
        { "truncated", ImageRejectionReason.Corrupt },
        { "missing-rows", ImageRejectionReason.Corrupt },
        { "flipped-byte", ImageRejectionReason.Corrupt },
        { "long-side", ImageRejectionReason.TooLongSide },
        { "many-pixels", ImageRejectionReason.TooManyPixels },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_no_honest_picture_is_refused_with_its_reason(string kind, ImageRejectionReason reason)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Make(kind), CancellationToken.None);
        var next = await reader.ReadAsync(new PngFile(40, 30).ToBytes(), CancellationToken.None);

        Assert.Equal(reason, reading.Rejection?.Reason);
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }

    [Fact]
    public async Task More_bytes_than_allowed_are_refused_before_they_are_decoded()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { MaxBytes = 1000 }, TimeProvider.System);

        var reading = await reader.ReadAsync(new byte[1001], CancellationToken.None);

        Assert.Equal(ImageRejectionReason.TooManyBytes, reading.Rejection?.Reason);
    }

    [Fact]
    public async Task Only_the_picture_of_a_file_that_is_a_picture_and_something_else_leaves()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        byte[] polyglot = [.. new PngFile(40, 30).ToBytes(), .. "PK\u0003\u0004secret-payload"u8];

        var reading = await reader.ReadAsync(polyglot, CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        foreach (var copy in new[] { reading.Image.Display, reading.Image.Thumbnail })
        {
            Assert.Equal("RIFF", Encoding.ASCII.GetString(copy, 0, 4));
            Assert.DoesNotContain("secret-payload", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Transparency_is_laid_on_white()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var clear = new PngFile(16, 16) { ColourType = 6, Pixel = (_, _) => [0, 0, 0, 0] };

        var reading = await reader.ReadAsync(clear.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal([255, 255, 255], reading.Image.Raster.Rgb[..3]);
        Assert.True(reading.Image.Info.HasAlpha);
    }

    [Fact]
    public async Task Sixteen_bits_a_channel_become_eight()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var deep = new PngFile(16, 16) { BitDepth = 16, Pixel = (_, _) => [200 * 257, 100 * 257, 50 * 257] };

        var reading = await reader.ReadAsync(deep.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal([200, 100, 50], reading.Image.Raster.Rgb[..3]);
    }

    [Fact]
    public async Task Pictures_sent_at_once_are_all_answered()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var readings = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            reader.ReadAsync(i % 3 == 2 ? Make("truncated") : new PngFile(20 + i, 30).ToBytes(), CancellationToken.None)));

        Assert.Equal(8, readings.Count(r => r.IsAccepted));
        Assert.All(readings.Where(r => !r.IsAccepted), r => Assert.Equal(ImageRejectionReason.Corrupt, r.Rejection!.Reason));
    }

    private static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "random" => [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))],
        "svg" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"10\" height=\"10\"/></svg>"),
        "pdf" => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
        "bmp" => [.. "BM"u8, .. new byte[200]],
        "truncated" => Noisy().ToBytes()[..^2000],
        "missing-rows" => new PngFile(300, 300) { Rows = 100 }.ToBytes(),
        "flipped-byte" => WithFlippedByte(),
        "long-side" => new PngFile(20_000, 10) { Rows = 1 }.ToBytes(),
        "many-pixels" => new PngFile(16_000, 16_000) { Rows = 1 }.ToBytes(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static PngFile Noisy() => new(200, 200) { Pixel = (x, y) => [(x * 31 + y * 17) % 251, (x * 13 + y * 57) % 241, (x * y) % 239] };

    /// <summary>One byte of the compressed pixels changed: neither the checksum nor the stream fits any more.</summary>
    private static byte[] WithFlippedByte()
    {
        var bytes = Noisy().ToBytes();
        var data = bytes.AsSpan().IndexOf("IDAT"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(data - 4));
        bytes[data + 4 + length / 2] ^= 0xFF;
        return bytes;
    }
}
