using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>HEIF holds AVIF, which every libvips here decodes, and HEIC, which only some do; the status must not promise more.</summary>
public sealed class HeifTests
{
    [Fact]
    public async Task An_avif_is_read()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(HeifFile.Avif, CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((ImageFormat.Avif, 64, 64), (reading.Image.Info.Format, reading.Image.Info.Width, reading.Image.Info.Height));
        AssertQuarters(reading.Image.Raster);
    }

    [Fact]
    public async Task A_heic_is_read_where_the_status_says_so_and_refused_as_unsupported_elsewhere()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var status = await reader.StatusAsync(CancellationToken.None);

        var reading = await reader.ReadAsync(HeifFile.Heic, CancellationToken.None);

        if (status.Formats.Contains(ImageFormat.Heic))
        {
            Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
            Assert.Equal(ImageFormat.Heic, reading.Image.Info.Format);
            AssertQuarters(reading.Image.Raster);
        }
        else
        {
            Assert.Equal(ImageRejectionReason.UnsupportedFormat, reading.Rejection?.Reason);
        }
    }

    [Fact]
    public async Task An_avif_that_ends_too_early_is_refused()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        foreach (var kept in new[] { 20, 100, HeifFile.Avif.Length / 2, HeifFile.Avif.Length - 40 })
        {
            var reading = await reader.ReadAsync(HeifFile.Avif.AsMemory()[..kept], CancellationToken.None);

            Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
        }
    }

    private static void AssertQuarters(Raster raster)
    {
        raster.AssertNear(16, 16, (200, 40, 40), 25);
        raster.AssertNear(48, 16, (40, 160, 60), 25);
        raster.AssertNear(16, 48, (40, 60, 190), 25);
        raster.AssertNear(48, 48, (230, 230, 230), 25);
    }
}
