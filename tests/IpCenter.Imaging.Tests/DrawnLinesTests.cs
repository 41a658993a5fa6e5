using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>What a line drawing may not hold, on drawings that hold it and on those that do not.</summary>
public sealed class DrawnLinesTests
{
    private static readonly (byte, byte, byte) White = (255, 255, 255), Black = (0, 0, 0);

    [Fact]
    public void Plain_outlines_hold_nothing_else() => Assert.Equal(new DrawnLines(0, 0, 0, 0, 0), LinesOf(Box()));

    [Fact]
    public void A_photo_has_no_lines_to_measure() =>
        Assert.Null(ImageMeasures.Measure(new Scene(200, 200, (240, 240, 240)).Rectangle(50, 50, 100, 100, (120, 60, 40)).Noise(12).ToRaster()).Lines);

    [Fact]
    public void A_dashed_line_is_seen()
    {
        var scene = Box();
        for (var x = 120; x < 480; x += 24) scene.Rectangle(x, 300, 14, 2, Black);

        var lines = LinesOf(scene);

        Assert.InRange(lines.DashedShare, 0.05, 0.3);
        Assert.Equal(0, lines.DashDotChains);
    }

    [Fact]
    public void A_dashed_curve_is_seen()
    {
        var scene = Box();
        for (var degree = 0; degree < 360; degree++)
            if (degree % 12 < 7)
                for (var radius = 118; radius <= 120; radius++)
                    scene.Rectangle(300 + (int)Math.Round(radius * Math.Cos(degree * Math.PI / 180)), 300 + (int)Math.Round(radius * Math.Sin(degree * Math.PI / 180)), 2, 2, Black);

        Assert.InRange(LinesOf(scene).DashedShare, 0.05, 0.6);
    }

    [Fact]
    public void A_centre_line_is_dash_and_dot()
    {
        var scene = Box();
        for (var y = 60; y < 540; y += 44) scene.Rectangle(299, y, 2, 26, Black).Rectangle(299, y + 33, 2, 4, Black);

        var lines = LinesOf(scene);

        Assert.Equal(1, lines.DashDotChains);
        Assert.Equal(0, lines.DashedShare);
    }

    [Fact]
    public void Evenly_spaced_strokes_are_hatching()
    {
        var scene = Box();
        scene.Fill((x, y) => x is >= 150 and < 400 && y is >= 200 and < 420 && (x + y) % 12 < 2, Black);

        Assert.InRange(LinesOf(scene).HatchedShare, 0.15, 0.4);
    }

    [Fact]
    public void A_few_strokes_are_no_hatching()
    {
        var scene = Box();
        foreach (var x in new[] { 180, 230, 290, 390 }) scene.Rectangle(x, 150, 2, 300, Black);

        Assert.Equal(0, LinesOf(scene).HatchedShare);
    }

    [Fact]
    public void Gray_fill_is_tone()
    {
        var scene = Box().Rectangle(150, 150, 200, 60, (170, 170, 170));

        Assert.InRange(ToneOf(scene), 0.03, 0.08);
        Assert.Equal(0, ToneOf(Box()));
    }

    [Fact]
    public void A_number_beside_the_figure_is_a_row_of_marks()
    {
        var scene = Box();
        foreach (var x in new[] { 280, 294, 308 }) scene.Rectangle(x, 560, 8, 14, Black).Rectangle(x + 2, 562, 4, 4, White);

        Assert.Equal(1, LinesOf(scene).RowsOfMarks);
    }

    private static Scene Box()
    {
        var scene = new Scene(600, 600, White);
        foreach (var (left, top, width, height) in new[] { (90, 90, 420, 2), (90, 508, 420, 2), (90, 90, 2, 420), (508, 90, 2, 420) })
            scene.Rectangle(left, top, width, height, Black);
        return scene;
    }

    private static DrawnLines LinesOf(Scene scene)
    {
        var measured = ImageMeasures.Measure(scene.ToRaster());
        Assert.Equal(ImageKind.LineDrawing, measured.Kind);
        return measured.Lines!;
    }

    /// <summary>A drawing with much tone is no line drawing any more; the measure is asked by itself.</summary>
    private static double ToneOf(Scene scene)
    {
        var raster = scene.ToRaster();
        return Measuring.LineMeasuring.Of(raster, Measuring.Luma.Plane(raster)).ToneShare;
    }
}
