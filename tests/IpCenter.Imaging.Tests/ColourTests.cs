using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>Whatever way colours are stored, they come out as 8-bit sRGB on white.</summary>
public sealed class ColourTests
{
    /// <summary>(200, 100, 50) of sRGB in the numbers of Display P3.</summary>
    private static readonly int[] OrangeInP3 = [187, 105, 62];

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("png, 16 bits")]
    [InlineData("png, transparent")]
    public async Task Colours_of_a_wide_gamut_become_those_of_srgb(string kind)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Make(kind, OrangeInP3, IccProfile.DisplayP3), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.True(reading.Image.Info.HasColourProfile);
        reading.Image.Raster.AssertNear(16, 16, (200, 100, 50), 4);
        var display = await reader.ReadRasterAsync(reading.Image.Display, 100, CancellationToken.None);
        display.Raster!.AssertNear(16, 16, (200, 100, 50), 8);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("png, 16 bits")]
    [InlineData("png, transparent")]
    public async Task A_profile_that_exchanges_red_and_green_is_applied_once(string kind)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var reading = await reader.ReadAsync(Make(kind, [100, 200, 50], IccProfile.RedIsGreen), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(16, 16, (200, 100, 50), 6);
    }

    [Theory]
    [InlineData(8, 90, 90)]
    [InlineData(16, 90 * 257, 90)]
    [InlineData(16, 65535, 255)]
    [InlineData(16, 0, 0)]
    public async Task Gray_pictures_of_any_depth_become_gray_pixels(int depth, int stored, int expected)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new PngFile(32, 32) { ColourType = 0, BitDepth = depth, Pixel = (_, _) => [stored] };

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.True(reading.Image.Info.IsGray);
        Assert.True(ImageMeasures.Measure(reading.Image.Raster).IsGrayOnly);
        reading.Image.Raster.AssertNear(16, 16, (expected, expected, expected), 1);
    }

    [Theory]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public async Task What_is_half_transparent_is_mixed_with_white(int colourType, int depth)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var unit = depth == 16 ? 257 : 1;
        var file = new PngFile(32, 32)
        {
            ColourType = colourType,
            BitDepth = depth,
            Pixel = (x, _) => [.. Enumerable.Repeat(100 * unit, colourType == 4 ? 1 : 3), (x < 16 ? 128 : 0) * unit],
        };

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.True(reading.Image.Info.HasAlpha);
        reading.Image.Raster.AssertNear(4, 16, (177, 177, 177), 2);
        reading.Image.Raster.AssertNear(28, 16, (255, 255, 255), 0);
    }

    [Fact]
    public async Task A_palette_with_a_transparent_colour_is_laid_on_white()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var file = new PngFile(32, 32) { ColourType = 3, Pixel = (x, _) => [x < 16 ? 0 : 1] };
        file.Chunks.Add(("PLTE", [200, 100, 50, 0, 0, 0]));
        file.Chunks.Add(("tRNS", [255, 0]));

        var reading = await reader.ReadAsync(file.ToBytes(), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        reading.Image.Raster.AssertNear(4, 16, (200, 100, 50), 0);
        reading.Image.Raster.AssertNear(28, 16, (255, 255, 255), 0);
    }

    [Fact]
    public async Task A_transparent_webp_is_laid_on_white()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var opaque = await reader.ReadAsync(new PngFile(32, 32).ToBytes(), CancellationToken.None);
        var alpha = Enumerable.Range(0, 32 * 32).Select(i => i % 32 < 16 ? (byte)255 : (byte)0).ToArray();

        var reading = await reader.ReadAsync(WebpFile.WithAlpha(opaque.Image!.Display, 32, 32, alpha), CancellationToken.None);

        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        Assert.Equal((ImageFormat.Webp, true), (reading.Image.Info.Format, reading.Image.Info.HasAlpha));
        reading.Image.Raster.AssertNear(4, 16, (200, 100, 50), 6);
        reading.Image.Raster.AssertNear(28, 16, (255, 255, 255), 0);
    }

    private static byte[] Make(string kind, int[] rgb, byte[] profile)
    {
        if (kind == "jpeg")
        {
            var jpeg = new JpegFile(32, 32) { Stored = (_, _) => JpegFile.YCbCr(rgb[0], rgb[1], rgb[2]) };
            jpeg.Segments.Add(JpegFile.Profile(profile));
            return jpeg.ToBytes();
        }

        var png = kind switch
        {
            "png, 16 bits" => new PngFile(32, 32) { BitDepth = 16, Pixel = (_, _) => [.. rgb.Select(sample => sample * 257)] },
            "png, transparent" => new PngFile(32, 32) { ColourType = 6, Pixel = (_, _) => [.. rgb, 255] },
            _ => new PngFile(32, 32) { Pixel = (_, _) => rgb },
        };
        png.Chunks.Add(PngFile.Profile(profile));
        return png.ToBytes();
    }
}
