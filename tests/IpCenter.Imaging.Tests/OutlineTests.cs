using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>The outline of a product, on shapes whose likeness is known beforehand.</summary>
public sealed class OutlineTests
{
    private static readonly (byte, byte, byte) Paper = (245, 245, 243), Wood = (150, 100, 60), Silk = (200, 40, 60), Jade = (50, 160, 110);

    [Fact]
    public void The_outline_of_an_opposite_side_is_the_mirror_image()
    {
        var (left, right) = (OutlineOf(Boot(200, mirrored: false)), OutlineOf(Boot(200, mirrored: true)));

        Assert.Equal(1, left.Agreement(right, OutlineFlip.Sideways), 2);
        Assert.InRange(left.Agreement(right, OutlineFlip.None), 0.2, 0.75);
        Assert.InRange(left.Symmetry, 0.2, 0.75);
    }

    [Fact]
    public void A_symmetrical_product_says_so() => Assert.Equal(1, OutlineOf(new Scene(200, 200, Paper).Rectangle(50, 40, 100, 120, Wood)).Symmetry);

    [Fact]
    public void A_bottom_view_is_the_top_view_upside_down()
    {
        var top = OutlineOf(new Scene(200, 200, Paper).Rectangle(50, 40, 100, 30, Wood).Rectangle(90, 70, 20, 90, Wood));
        var bottom = OutlineOf(new Scene(200, 200, Paper).Rectangle(50, 130, 100, 30, Wood).Rectangle(90, 40, 20, 90, Wood));

        Assert.Equal(1, top.Agreement(bottom, OutlineFlip.UpsideDown), 2);
        Assert.True(top.Agreement(bottom, OutlineFlip.None) < 0.6);
    }

    [Fact]
    public void The_camera_s_distance_changes_nothing() =>
        Assert.InRange(OutlineOf(Boot(200, mirrored: false)).Agreement(OutlineOf(Boot(460, mirrored: false)), OutlineFlip.None), 0.95, 1);

    [Fact]
    public void Colours_tell_products_apart_and_shading_does_not()
    {
        var red = OutlineOf(new Scene(100, 100, Paper).Rectangle(20, 20, 60, 60, Silk));
        var shaded = OutlineOf(new Scene(100, 100, Paper).Rectangle(20, 20, 60, 60, Silk)
            .Change((x, y, old) => x is >= 50 and < 80 && y is >= 20 and < 80 ? ((byte)(old.Red * 0.8), (byte)(old.Green * 0.8), (byte)(old.Blue * 0.8)) : old));
        var green = OutlineOf(new Scene(100, 100, Paper).Rectangle(20, 20, 60, 60, Jade));

        Assert.InRange(red.ColourAgreement(shaded), 0.6, 1);
        Assert.InRange(red.ColourAgreement(green), 0, 0.1);
    }

    [Fact]
    public void Where_no_product_can_be_told_there_is_no_outline() =>
        Assert.Null(ImageMeasures.Measure(new Scene(64, 64, Paper).Change((x, y, _) => ((byte)(x * 37 % 256), (byte)(y * 91 % 256), (byte)((x + y) * 53 % 256))).ToRaster()).Outline);

    [Fact]
    public void A_product_of_one_pixel_has_an_outline_too() =>
        Assert.Equal(1, OutlineOf(new Scene(5, 5, Paper).Rectangle(1, 1, 2, 2, Wood)).Symmetry);

    [Fact]
    public void A_mask_of_a_wrong_length_is_refused() =>
        Assert.Contains("128 and 64 bytes, not 3 and 64", Assert.Throws<ArgumentException>(() => new Outline(new byte[3], new byte[64])).Message, StringComparison.Ordinal);

    /// <summary>A shaft with a foot to one side.</summary>
    private static Scene Boot(int size, bool mirrored)
    {
        var (shaft, foot, height) = (size / 4, size / 2, size / 2);
        return mirrored
            ? new Scene(size, size, Paper).Rectangle(size / 2, size / 4, shaft, height, Wood).Rectangle(size / 4, size * 5 / 8, foot, size / 8, Wood)
            : new Scene(size, size, Paper).Rectangle(size / 4, size / 4, shaft, height, Wood).Rectangle(size / 4, size * 5 / 8, foot, size / 8, Wood);
    }

    private static Outline OutlineOf(Scene scene) => ImageMeasures.Measure(scene.ToRaster()).Outline!;
}
