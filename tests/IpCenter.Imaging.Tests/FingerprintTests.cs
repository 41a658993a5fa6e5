using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void A_view_is_known_again_smaller_and_noisy()
    {
        var view = Fingerprint.Of(View(400).ToRaster());

        Assert.True(view.IsSameViewAs(Fingerprint.Of(View(150).ToRaster())));
        Assert.True(view.IsSameViewAs(Fingerprint.Of(View(400).Noise(5).ToRaster())));
    }

    [Fact]
    public void A_mirrored_view_is_told_from_the_same_view()
    {
        var (view, mirrored) = (Fingerprint.Of(View(400).ToRaster()), Fingerprint.Of(View(400, mirrored: true).ToRaster()));

        Assert.True(view.IsMirrorOf(mirrored));
        Assert.True(mirrored.IsMirrorOf(view));
        Assert.False(view.IsMirrorOf(view));
        Assert.False(view.IsSameViewAs(mirrored));
    }

    [Fact]
    public void A_symmetrical_view_is_the_same_view_and_not_a_mirror_image()
    {
        var symmetrical = Fingerprint.Of(new Scene(200, 200, (250, 250, 250)).Rectangle(60, 40, 80, 120, (120, 70, 40)).ToRaster());

        Assert.True(symmetrical.IsSameViewAs(symmetrical));
        Assert.False(symmetrical.IsMirrorOf(symmetrical));
    }

    [Fact]
    public void The_same_form_in_another_colour_is_another_view()
    {
        var (red, blue) = (Coloured((190, 40, 40)), Coloured((40, 70, 190)));

        Assert.True(red.ColourDistance(blue) > Fingerprint.SameView);
        Assert.False(red.IsSameViewAs(blue));

        static Fingerprint Coloured((byte, byte, byte) colour) => Fingerprint.Of(new Scene(200, 200, (250, 250, 250)).Rectangle(20, 20, 160, 160, colour).ToRaster());
    }

    [Fact]
    public void The_noise_of_a_plain_ground_sets_nothing() =>
        Assert.Equal(0UL, Fingerprint.Of(new Scene(200, 200, (240, 240, 240)).Noise(6).ToRaster()).Difference);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 500)]
    public void Rasters_smaller_than_the_grid_have_one_too(int width, int height) =>
        Assert.True(Fingerprint.Of(new Scene(width, height, (9, 9, 9)).ToRaster()).IsSameViewAs(Fingerprint.Of(new Scene(width, height, (9, 9, 9)).ToRaster())));

    /// <summary>Something that leans: an L of two colours with a dark knob.</summary>
    private static Scene View(int side, bool mirrored = false) => new Scene(side, side, (245, 245, 245)).Change((px, py, ground) =>
    {
        var (x, y) = ((mirrored ? side - 1 - px : px) / (double)side, py / (double)side);
        return x is > 0.15 and < 0.35 && y is > 0.1 and < 0.9 ? ((byte)170, (byte)90, (byte)50)
            : x is >= 0.35 and < 0.8 && y is > 0.65 and < 0.9 ? ((byte)90, (byte)130, (byte)80)
            : x is > 0.6 and < 0.7 && y is > 0.2 and < 0.35 ? ((byte)30, (byte)30, (byte)60)
            : ground;
    });
}
