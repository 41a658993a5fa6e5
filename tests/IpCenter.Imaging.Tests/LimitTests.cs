using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>Limits are checked against the header, so that what is too large costs no memory and no time.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(1, 20_000, ImageRejectionReason.TooLongSide)]
    [InlineData(20_000, 1, ImageRejectionReason.TooLongSide)]
    [InlineData(16_385, 1, ImageRejectionReason.TooLongSide)]
    [InlineData(6_400, 6_400, ImageRejectionReason.TooManyPixels)]
    [InlineData(50_000, 50_000, ImageRejectionReason.TooLongSide)]
    public async Task A_picture_larger_than_allowed_is_refused_by_its_header(int width, int height, ImageRejectionReason reason)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var png = await reader.ReadAsync(new PngFile(width, height) { Rows = 1 }.ToBytes(), CancellationToken.None);
        var tiff = await reader.ReadAsync(new TiffFile(width, height) { StripBytes = 0 }.ToBytes(), CancellationToken.None);

        Assert.Equal(reason, png.Rejection?.Reason);
        Assert.Equal(reason, tiff.Rejection?.Reason);
    }

    [Fact]
    public async Task The_canvas_of_a_gif_counts_and_not_its_bytes()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { MaxPixels = 10_000 }, TimeProvider.System);
        var file = new GifFile(24, 16).ToBytes();
        (file[6], file[7], file[8], file[9]) = (0xD0, 0x07, 0xD0, 0x07);

        var reading = await reader.ReadAsync(file, CancellationToken.None);

        Assert.Equal(ImageRejectionReason.TooManyPixels, reading.Rejection?.Reason);
    }

    /// <summary>Few pixels, each of eight bytes: 36 million of them are 288 MB.</summary>
    [Fact]
    public async Task Depth_counts_as_well_as_pixels()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var deep = new PngFile(6_000, 6_000) { ColourType = 6, BitDepth = 16, Rows = 1, Pixel = (_, _) => [0, 0, 0, 0] };

        var reading = await reader.ReadAsync(deep.ToBytes(), CancellationToken.None);

        Assert.Equal(ImageRejectionReason.TooDeep, reading.Rejection?.Reason);
    }

    /// <summary>Interlaced, so that the decoder must hold all of it: the limit of bytes has to fit the worker's memory.</summary>
    [Fact]
    public async Task The_deepest_picture_that_is_allowed_fits_into_a_worker()
    {
        var patient = new ImageReaderOptions { Deadline = TimeSpan.FromMinutes(2), LongestWait = TimeSpan.FromMinutes(5) };
        await using var reader = new ImageReader(patient, TimeProvider.System);
        var deepest = new PngFile(5_700, 5_880) { ColourType = 6, BitDepth = 16, IsInterlacedBlack = true };

        var reading = await reader.ReadAsync(deepest.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(0, 0, (255, 255, 255), 0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 16_384)]
    [InlineData(16_384, 1)]
    [InlineData(3, 9_000)]
    public async Task The_thinnest_picture_that_is_allowed_keeps_a_pixel_of_width(int width, int height)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new PngFile(width, height).ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((width, height), (reading.Image.Info.Width, reading.Image.Info.Height));
        Assert.InRange(reading.Image.Raster.Width, 1, 768);
        Assert.InRange(reading.Image.Raster.Height, 1, 768);
        reading.Image.Raster.AssertNear(0, 0, (200, 100, 50), 1);
        Assert.InRange(ImageMeasures.Measure(reading.Image.Raster).ProductShare, 0, 1);
    }

    [Fact]
    public async Task Copies_are_no_longer_than_asked_and_never_enlarged()
    {
        await using var reader = new ImageReader(
            new ImageReaderOptions { RasterSide = 100, DisplaySide = 200, ThumbnailSide = 50 }, TimeProvider.System);

        var large = (await reader.ReadAsync(new PngFile(600, 300).ToBytes(), CancellationToken.None)).Image!;
        var small = (await reader.ReadAsync(new PngFile(30, 20).ToBytes(), CancellationToken.None)).Image!;

        Assert.Equal([(100, 50), (200, 100), (50, 25)], await SidesAsync(reader, large));
        Assert.Equal([(30, 20), (30, 20), (30, 20)], await SidesAsync(reader, small));
    }

    [Fact]
    public async Task Exactly_as_many_bytes_as_allowed_are_read()
    {
        var file = new PngFile(40, 30).ToBytes();
        await using var exact = new ImageReader(new ImageReaderOptions { MaxBytes = file.Length }, TimeProvider.System);
        await using var less = new ImageReader(new ImageReaderOptions { MaxBytes = file.Length - 1 }, TimeProvider.System);

        Assert.True((await exact.ReadAsync(file, CancellationToken.None)).IsAccepted);
        Assert.Equal(ImageRejectionReason.TooManyBytes, (await less.ReadAsync(file, CancellationToken.None)).Rejection?.Reason);
        Assert.Empty(less.WorkerProcessIds);
    }

    /// <summary>A hundred megabytes of zeros in words, and in a colour profile, packed into a few kilobytes.</summary>
    [Theory]
    [InlineData("zTXt")]
    [InlineData("iCCP")]
    public async Task What_is_packed_beside_the_picture_is_not_unpacked_without_limit(string chunk)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new PngFile(16, 16);
        file.Chunks.Add((chunk, PngFile.Profile(new byte[100_000_000]).Data));

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);
        var next = await reader.ReadAsync(new PngFile(16, 16).ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted || reading.Rejection.Reason == ImageRejectionReason.Corrupt, reading.Rejection?.Detail);
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused_at_once()
    {
        Refuse(new() { MaxBytes = 0 });
        Refuse(new() { MaxPixels = 0 });
        Refuse(new() { MaxSide = -1 });
        Refuse(new() { RasterSide = 5000 });
        Refuse(new() { ThumbnailSide = 0 });
        Refuse(new() { Workers = 0 });
        Refuse(new() { Deadline = TimeSpan.Zero });
        Refuse(new() { LongestWait = TimeSpan.Zero });
        Refuse(new() { WorkerMemoryBytes = 0 });

        static void Refuse(ImageReaderOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new ImageReader(options, TimeProvider.System));
    }

    private static async Task<(int, int)[]> SidesAsync(ImageReader reader, NormalisedImage image)
    {
        var display = (await reader.ReadRasterAsync(image.Display, ImageReader.LongestRasterSide, CancellationToken.None)).Raster!;
        var thumbnail = (await reader.ReadRasterAsync(image.Thumbnail, ImageReader.LongestRasterSide, CancellationToken.None)).Raster!;
        return [(image.Raster.Width, image.Raster.Height), (display.Width, display.Height), (thumbnail.Width, thumbnail.Height)];
    }
}
