using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>JPEG: whole or refused, in every way of storing colours that cameras and printers use.</summary>
public sealed class JpegTests
{
    [Fact]
    public async Task The_blocks_of_a_jpeg_have_the_colours_that_were_stored()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new JpegFile(64, 48) { Stored = (x, _) => x < 32 ? JpegFile.YCbCr(220, 30, 40) : JpegFile.YCbCr(20, 60, 200) };

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((64, 48, ImageFormat.Jpeg), (reading.Image.Info.Width, reading.Image.Info.Height, reading.Image.Info.Format));
        reading.Image.Raster.AssertNear(4, 40, (220, 30, 40), 3);
        reading.Image.Raster.AssertNear(60, 4, (20, 60, 200), 3);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(260)]
    [InlineData(-2000)]
    [InlineData(-400)]
    [InlineData(-40)]
    [InlineData(-3)]
    public async Task A_jpeg_that_ends_too_early_is_refused_and_not_shown_half_gray(int kept)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var whole = Busy(laterScans: null).ToBytes();
        var file = kept > 0 ? whole[..kept] : whole[..^-kept];

        var reading = await reader.ReadAsync(file, CancellationToken.None);
        var raster = await reader.ReadRasterAsync(file, 100, CancellationToken.None);

        Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
        Assert.Equal(ImageRejectionReason.Corrupt, raster.Rejection?.Reason);
        Assert.NotEmpty(reading.Rejection!.Detail);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(20)]
    public async Task A_progressive_jpeg_that_ends_too_early_is_refused(int missing)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Busy(laterScans: 9).ToBytes().AsMemory()[..^missing], CancellationToken.None);

        Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
    }

    [Fact]
    public async Task A_large_jpeg_that_ends_too_early_is_refused_although_it_would_be_decoded_at_an_eighth()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var whole = new JpegFile(1600, 1200) { Stored = Checks }.ToBytes();

        var reading = await reader.ReadRasterAsync(whole.AsMemory()[..(whole.Length / 2)], 100, CancellationToken.None);

        Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
    }

    [Fact]
    public async Task What_follows_the_end_of_a_jpeg_is_left_behind()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        byte[] file = [.. new JpegFile(64, 48).ToBytes(), .. "<script>secret-payload</script>"u8, .. new byte[5000]];

        var reading = await reader.ReadAsync(file, CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(63, 47, (200, 100, 50), 3);
        Assert.Equal(-1, reading.Image.Display.AsSpan().IndexOf("secret-payload"u8));
    }

    [Fact]
    public async Task Thousands_of_scans_are_refused_before_any_decoder_sees_them()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new JpegFile(64, 48) { LaterScans = 1500 }.ToBytes(), CancellationToken.None);

        Assert.Equal(ImageRejectionReason.TooSlow, reading.Rejection?.Reason);
        Assert.Empty(reader.WorkerProcessIds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(63)]
    public async Task A_progressive_jpeg_of_honest_length_is_read(int laterScans)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new JpegFile(64, 48) { LaterScans = laterScans }.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(30, 30, (200, 100, 50), 3);
    }

    [Fact]
    public async Task A_gray_jpeg_is_gray()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new JpegFile(64, 48) { Components = 1, Stored = (_, _) => [90] }.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.True(reading.Image.Info.IsGray);
        reading.Image.Raster.AssertNear(30, 30, (90, 90, 90), 1);
    }

    /// <summary>Files hold the paper that is left, not the ink; without Adobe's marker too, as browsers read them.</summary>
    [Theory]
    [InlineData("unmarked")]
    [InlineData("adobe")]
    [InlineData("ycck")]
    public async Task Printing_inks_become_the_colours_that_they_print(string stored)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new JpegFile(96, 32)
        {
            Components = 4,
            Stored = (x, _) => Ink(stored, x < 32 ? (0, 255, 255, 0) : x < 64 ? (0, 0, 0, 0) : (0, 0, 0, 255)),
        };
        if (stored != "unmarked") file.Segments.Add(JpegFile.Adobe(stored == "ycck" ? (byte)2 : (byte)0));

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(10, 10, (237, 28, 36), 25);
        reading.Image.Raster.AssertNear(50, 10, (255, 255, 255), 3);
        reading.Image.Raster.AssertNear(90, 10, (35, 31, 32), 15);
    }

    private static int[] Ink(string stored, (int Cyan, int Magenta, int Yellow, int Black) ink) => stored switch
    {
        "ycck" => [.. JpegFile.YCbCr(ink.Cyan, ink.Magenta, ink.Yellow), 255 - ink.Black],
        _ => [255 - ink.Cyan, 255 - ink.Magenta, 255 - ink.Yellow, 255 - ink.Black],
    };

    private static JpegFile Busy(int? laterScans) => new(400, 300) { LaterScans = laterScans, Stored = Checks };

    private static int[] Checks(int x, int y) => JpegFile.YCbCr((x * 31 + y * 17) % 251, (x * 13 + y * 57) % 241, (x + y) % 239);
}
