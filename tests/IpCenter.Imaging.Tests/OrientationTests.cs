using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>However the camera was held, the picture stands upright wherever it is looked at or measured.</summary>
public sealed class OrientationTests
{
    private const int Width = 96, Height = 64;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Every_way_of_holding_the_camera_gives_the_same_upright_picture(int orientation)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        var upright = await ReadAsync(reader, Held(1));

        var image = await ReadAsync(reader, Held(orientation));
        var pixels = await reader.ReadRasterAsync(Held(orientation), ImageReader.LongestRasterSide, CancellationToken.None);
        var display = await reader.ReadRasterAsync(image.Display, ImageReader.LongestRasterSide, CancellationToken.None);
        var thumbnail = await reader.ReadRasterAsync(image.Thumbnail, ImageReader.LongestRasterSide, CancellationToken.None);

        Assert.Equal((Width, Height), (image.Info.Width, image.Info.Height));
        Assert.Equal(upright.Raster.Rgb, image.Raster.Rgb);
        Assert.Equal(upright.Raster.Rgb, pixels.Raster?.Rgb);
        Assert.Equal(ImageMeasures.Measure(upright.Raster), ImageMeasures.Measure(image.Raster));
        Assert.Equal(Fingerprint.Of(upright.Raster), Fingerprint.Of(image.Raster));
        foreach (var copy in new[] { display.Raster!, thumbnail.Raster! })
        {
            Assert.Equal((Width, Height), (copy.Width, copy.Height));
            copy.AssertNear(28, 20, (200, 30, 30), 20);
            copy.AssertNear(60, 44, (30, 60, 190), 20);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public async Task A_picture_that_is_reduced_is_turned_too(int orientation)
    {
        await using var reader = new ImageReader(new ImageReaderOptions { RasterSide = 48, DisplaySide = 60, ThumbnailSide = 24 }, TimeProvider.System);

        var image = await ReadAsync(reader, Held(orientation));

        Assert.Equal((48, 32), (image.Raster.Width, image.Raster.Height));
        Assert.Equal((Width, Height), (image.Info.Width, image.Info.Height));
        image.Raster.AssertNear(14, 10, (200, 30, 30), 20);
        image.Raster.AssertNear(30, 22, (30, 60, 190), 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public async Task An_orientation_that_does_not_exist_turns_nothing(int orientation)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var image = await ReadAsync(reader, Jpeg(Width, Height, orientation, (x, y) => (x, y)));

        Assert.Equal((await ReadAsync(reader, Held(1))).Raster.Rgb, image.Raster.Rgb);
    }

    private static async Task<NormalisedImage> ReadAsync(ImageReader reader, byte[] file)
    {
        var reading = await reader.ReadAsync(file, CancellationToken.None);
        Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
        return reading.Image;
    }

    /// <summary>What the sensor saw, for each of EXIF's eight values (JEITA CP-3451, tag 274).</summary>
    private static byte[] Held(int orientation) => orientation switch
    {
        1 => Jpeg(Width, Height, 1, (x, y) => (x, y)),
        2 => Jpeg(Width, Height, 2, (x, y) => (Width - 1 - x, y)),
        3 => Jpeg(Width, Height, 3, (x, y) => (Width - 1 - x, Height - 1 - y)),
        4 => Jpeg(Width, Height, 4, (x, y) => (x, Height - 1 - y)),
        5 => Jpeg(Height, Width, 5, (x, y) => (y, x)),
        6 => Jpeg(Height, Width, 6, (x, y) => (Width - 1 - y, x)),
        7 => Jpeg(Height, Width, 7, (x, y) => (Width - 1 - y, Height - 1 - x)),
        8 => Jpeg(Height, Width, 8, (x, y) => (y, Height - 1 - x)),
        _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
    };

    private static byte[] Jpeg(int width, int height, int orientation, Func<int, int, (int X, int Y)> seen)
    {
        var file = new JpegFile(width, height) { Stored = (x, y) => Scene(seen(x, y)) };
        file.Segments.Add(JpegFile.Exif(ExifData.Of(orientation)));
        return file.ToBytes();
    }

    /// <summary>A red and blue thing on a light ground, the same from no two sides.</summary>
    private static int[] Scene((int X, int Y) at) => at switch
    {
        { X: >= 16 and < 40, Y: >= 8 and < 56 } => JpegFile.YCbCr(200, 30, 30),
        { X: >= 40 and < 72, Y: >= 32 and < 56 } => JpegFile.YCbCr(30, 60, 190),
        _ => JpegFile.YCbCr(240, 240, 240),
    };
}
