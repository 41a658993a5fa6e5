using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>TIFF: what scanners and printers send, and what its directories can be made to claim.</summary>
public sealed class TiffTests
{
    [Fact]
    public async Task The_first_page_of_a_tiff_is_the_picture()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new TiffFile(24, 16);
        file.Pages.Add([50, 100, 200]);
        file.Pages.Add([0, 0, 0]);

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((ImageFormat.Tiff, 3), (reading.Image.Info.Format, reading.Image.Info.Pages));
        reading.Image.Raster.AssertNear(12, 8, (200, 100, 50), 0);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(16, 257)]
    public async Task Inks_of_a_tiff_become_the_colours_that_they_print(int bits, int unit)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new TiffFile(24, 16) { Photometric = 5, BitsPerSample = bits };
        file.Pages[0] = [0, 255 * unit, 255 * unit, 0];

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(12, 8, (237, 28, 36), 25);
    }

    [Theory]
    [InlineData(1, 8, 90, 90)]
    [InlineData(0, 8, 90, 165)]
    [InlineData(1, 16, 90 * 257, 90)]
    public async Task A_gray_tiff_is_gray(int photometric, int bits, int stored, int expected)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new TiffFile(24, 16) { Photometric = photometric, BitsPerSample = bits };
        file.Pages[0] = [stored];

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(12, 8, (expected, expected, expected), 1);
    }

    [Fact]
    public async Task A_tiff_whose_pixels_are_missing_is_refused()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new TiffFile(100, 100) { StripBytes = 500 }.ToBytes(), CancellationToken.None);

        Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
    }

    [Fact]
    public async Task A_directory_of_thousands_of_unknown_entries_costs_no_worker()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1 }, TimeProvider.System);
        await reader.ReadAsync(new PngFile(8, 8).ToBytes(), CancellationToken.None);
        var worker = Assert.Single(reader.WorkerProcessIds);

        var huge = await reader.ReadAsync(new TiffFile(24, 16) { UnknownEntries = 20_000 }.ToBytes(), CancellationToken.None);
        var next = await reader.ReadAsync(new PngFile(8, 8).ToBytes(), CancellationToken.None);

        Assert.True(huge.IsAccepted || huge.Rejection.Reason == ImageRejectionReason.Corrupt, huge.Rejection?.Detail);
        Assert.True(next.IsAccepted);
        Assert.Equal(worker, Assert.Single(reader.WorkerProcessIds));
    }

    [Fact]
    public async Task Directories_that_go_round_in_a_circle_are_walked_once()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new TiffFile(24, 16) { IsLoop = true };
        file.Pages.Add([50, 100, 200]);

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);
        var next = await reader.ReadAsync(new PngFile(8, 8).ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted ? reading.Image.Info.Pages == 2 : reading.Rejection.Reason == ImageRejectionReason.Corrupt, reading.Rejection?.Detail);
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }
}
