using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>Of what moves, the first frame is the picture; the others cost nothing.</summary>
public sealed class AnimationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(3000)]
    public async Task The_first_frame_of_a_gif_is_the_picture(int frames)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new GifFile(24, 16);
        for (var i = 1; i < frames; i++) file.Frames.Add(1);

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((ImageFormat.Gif, frames), (reading.Image.Info.Format, reading.Image.Info.Pages));
        Assert.Equal((24, 16), (reading.Image.Raster.Width, reading.Image.Raster.Height));
        reading.Image.Raster.AssertNear(12, 8, (200, 100, 50), 0);
    }

    [Fact]
    public async Task The_transparent_colour_of_a_gif_is_white()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new GifFile(24, 16) { Transparent = 0 }.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(12, 8, (255, 255, 255), 0);
    }

    [Fact]
    public async Task A_gif_whose_first_frame_ends_too_early_is_refused()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(new GifFile(200, 200).ToBytes().AsMemory()[..^20_000], CancellationToken.None);

        Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2000)]
    public async Task The_first_frame_of_an_animated_webp_is_the_picture(int frames)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var first = (await reader.ReadAsync(new PngFile(32, 24).ToBytes(), CancellationToken.None)).Image!.Display;
        var next = (await reader.ReadAsync(new PngFile(32, 24) { Pixel = (_, _) => [50, 100, 200] }.ToBytes(), CancellationToken.None)).Image!.Display;

        var reading = await reader.ReadAsync(WebpFile.Animation(32, 24, [first, .. Enumerable.Repeat(next, frames - 1)]), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((ImageFormat.Webp, frames), (reading.Image.Info.Format, reading.Image.Info.Pages));
        Assert.Equal((32, 24), (reading.Image.Raster.Width, reading.Image.Raster.Height));
        reading.Image.Raster.AssertNear(16, 12, (200, 100, 50), 6);
    }

    [Fact]
    public async Task A_webp_that_ends_too_early_is_refused()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var noisy = new PngFile(200, 200) { Pixel = (x, y) => [(x * 31 + y * 17) % 251, (x * 13 + y * 57) % 241, x * y % 239] };
        var webp = (await reader.ReadAsync(noisy.ToBytes(), CancellationToken.None)).Image!.Display;

        foreach (var kept in new[] { 16, 30, webp.Length / 2, webp.Length - 100 })
        {
            var reading = await reader.ReadAsync(webp.AsMemory()[..kept], CancellationToken.None);

            Assert.Equal(ImageRejectionReason.Corrupt, reading.Rejection?.Reason);
        }
    }
}
