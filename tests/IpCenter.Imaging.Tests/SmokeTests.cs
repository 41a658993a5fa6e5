using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_png_is_read()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var status = await reader.StatusAsync(CancellationToken.None);
        Assert.True(status.Available, status.WhatToInstall);
        var reading = await reader.ReadAsync(new PngFile(40, 30).ToBytes(), CancellationToken.None);
        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal(40, reading.Image.Raster.Width);
        Assert.Equal([200, 100, 50], reading.Image.Raster.Rgb[..3]);
    }
}
