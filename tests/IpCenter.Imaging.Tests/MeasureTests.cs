using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>What is measured in a view, on scenes whose measures are known beforehand.</summary>
public sealed class MeasureTests
{
    private static readonly (byte, byte, byte) Paper = (245, 245, 243), Wood = (150, 100, 60), Black = (0, 0, 0), White = (255, 255, 255);

    private static readonly int[] Reaches = [0, 1, 2, 4];

    [Fact]
    public void A_product_on_a_plain_ground_is_found_with_its_box_and_share()
    {
        var measured = Measure(new Scene(200, 100, Paper).Rectangle(40, 20, 100, 50, Wood));

        Assert.True(measured.IsSegmented);
        Assert.Equal(new PixelBox(40, 20, 100, 50), measured.ProductBox);
        Assert.Equal(0.25, measured.ProductShare, 6);
        Assert.Equal(new Rgb(245, 245, 243), measured.Background);
        Assert.Equal(1, measured.BackgroundUniformity);
        Assert.Equal(ImageSides.None, measured.TouchedSides);
    }

    [Fact]
    public void A_product_of_the_ground_s_colour_keeps_its_inside()
    {
        var measured = Measure(new Scene(120, 120, White).Rectangle(30, 30, 60, 60, Black).Rectangle(33, 33, 54, 54, White));

        Assert.Equal(60 * 60 / 14400.0, measured.ProductShare, 6);
    }

    [Fact]
    public void A_speck_of_dust_is_no_product()
    {
        var measured = Measure(new Scene(200, 200, Paper).Rectangle(60, 60, 80, 80, Wood).Rectangle(10, 10, 1, 1, Black));

        Assert.Equal(new PixelBox(60, 60, 80, 80), measured.ProductBox);
    }

    [Fact]
    public void A_soft_shadow_beside_the_product_is_not_the_product()
    {
        // A shadow that fades out to the right of the product, one gray level per pixel.
        var scene = new Scene(300, 100, (240, 240, 240))
            .Change((x, y, old) => x is >= 120 and < 220 && y is >= 30 and < 70 ? Gray(140 + (x - 120)) : old)
            .Rectangle(60, 30, 60, 40, Wood);

        var measured = Measure(scene);

        Assert.Equal(new PixelBox(60, 30, 60, 40), measured.ProductBox);
        Assert.InRange(measured.ShadowShare, 1.0, 1.7);
    }

    [Theory]
    [InlineData(0, 40, ImageSides.Left)]
    [InlineData(160, 40, ImageSides.Right)]
    [InlineData(80, 0, ImageSides.Top)]
    [InlineData(80, 60, ImageSides.Bottom)]
    public void A_product_that_reaches_an_edge_is_told(int left, int top, ImageSides side) =>
        Assert.Equal(side, Measure(new Scene(200, 100, Paper).Rectangle(left, top, 40, 40, Wood)).TouchedSides);

    [Fact]
    public void A_cluttered_scene_has_no_ground_and_the_whole_image_counts()
    {
        var measured = Measure(new Scene(120, 90, Paper).Change((x, y, _) => (x / 7 + y / 5) % 3 == 0 ? Black : (x / 7 + y / 5) % 3 == 1 ? Wood : White));

        Assert.False(measured.IsSegmented);
        Assert.Equal(new PixelBox(0, 0, 120, 90), measured.ProductBox);
        Assert.InRange(measured.BackgroundUniformity, 0, 0.5);
        Assert.Equal(0, measured.ShadowShare);
    }

    [Theory]
    [InlineData(255, 255, 255, 0, 0, 0, 100)]
    // L* of 18 % gray (sRGB 119) is 50.0, of sRGB 245 it is 96.5 (CIE 1976, IEC 61966-2-1).
    [InlineData(245, 245, 245, 119, 119, 119, 46.5)]
    [InlineData(250, 250, 250, 222, 222, 222, 9.9)]
    public void Contrast_is_the_distance_in_lightness(byte r, byte g, byte b, byte red, byte green, byte blue, double expected) =>
        Assert.Equal(expected, Measure(new Scene(100, 100, (r, g, b)).Rectangle(30, 30, 40, 40, (red, green, blue))).Contrast, 0.3);

    [Fact]
    public void A_product_half_lighter_and_half_darker_than_its_ground_stands_out()
    {
        var measured = Measure(new Scene(100, 100, (119, 119, 119)).Rectangle(30, 30, 20, 40, White).Rectangle(50, 30, 20, 40, Black));

        Assert.Equal(50, measured.Contrast, 0.5);
    }

    [Fact]
    public void The_more_blurred_the_less_sharp()
    {
        var sharpness = Reaches.Select(reach => Measure(Checked().Blur(reach)).Sharpness).ToList();

        Assert.Equal(sharpness.OrderDescending(), sharpness);
        Assert.True(sharpness[0] > 20 * sharpness[^1], string.Join(", ", sharpness));

        static Scene Checked() => new Scene(160, 160, Paper).Fill((x, y) => x is >= 30 and < 130 && y is >= 30 and < 130 && (x / 10 + y / 10) % 2 == 0, Wood)
            .Fill((x, y) => x is >= 30 and < 130 && y is >= 30 and < 130 && (x / 10 + y / 10) % 2 == 1, (90, 60, 40));
    }

    [Fact]
    public void Glare_is_counted_within_the_product_only()
    {
        var measured = Measure(new Scene(100, 100, White).Rectangle(20, 20, 60, 60, Wood).Rectangle(40, 40, 30, 12, White));

        Assert.Equal(360 / 3600.0, measured.HighlightShare, 6);
    }

    [Fact]
    public void Colour_is_told_from_gray()
    {
        Assert.True(Measure(new Scene(100, 100, (240, 240, 240)).Rectangle(20, 20, 60, 60, (80, 80, 80))).IsGrayOnly);
        Assert.False(Measure(new Scene(100, 100, (240, 240, 240)).Rectangle(20, 20, 60, 60, Wood)).IsGrayOnly);
    }

    [Fact]
    public void Thin_dark_strokes_on_white_are_a_line_drawing()
    {
        var measured = Measure(new Scene(300, 300, White).Fill(
            (x, y) => x is > 50 and < 250 && y is > 50 and < 250 && (x is 51 or 52 or 248 or 249 || y is 51 or 52 or 248 or 249 || Math.Abs(x - y) < 2), Black));

        Assert.Equal(ImageKind.LineDrawing, measured.Kind);
        Assert.InRange(measured.KindConfidence, 0.8, 1);
    }

    [Theory]
    [InlineData(0, ImageKind.Rendering)]
    [InlineData(6, ImageKind.Photo)]
    public void Noise_tells_a_photo_from_a_rendering(int noise, ImageKind expected)
    {
        var measured = Measure(new Scene(256, 256, (200, 200, 205)).Change((x, y, old) => x is > 60 and < 200 && y is > 60 and < 200 ? ((byte)(60 + x / 2), (byte)(40 + y / 3), (byte)70) : old).Noise(noise));

        Assert.Equal(expected, measured.Kind);
        Assert.InRange(measured.KindConfidence, 0.5, expected == ImageKind.Rendering ? 0.7 : 1);
    }

    [Fact]
    public void One_pixel_is_measured_too()
    {
        var measured = Measure(new Scene(1, 1, Wood));

        Assert.Equal(new PixelBox(0, 0, 1, 1), measured.ProductBox);
        Assert.Equal(0, measured.Sharpness);
        Assert.Equal(0, measured.Contrast);
    }

    private static ImageMeasurement Measure(Scene scene) => ImageMeasures.Measure(scene.ToRaster());

    private static (byte, byte, byte) Gray(int level) => ((byte)level, (byte)level, (byte)level);
}
