using System.Numerics;

namespace IpCenter.Imaging;

/// <summary>
/// 24 bytes by which the same view is recognised after scaling and recompression, and its mirror image too. Not for finding
/// similar products: a crop or a turn changes it.
/// </summary>
/// <param name="Difference">
/// dHash: in an 8 × 8 grid, bit <c>8 * row + column</c> is set where the next cell to the right is brighter (N. Krawetz, "Kind
/// of Like That", 2013), here by a margin, so that the noise of a plain ground sets nothing.
/// </param>
/// <param name="MirroredDifference">The same of the image mirrored left to right.</param>
/// <param name="ColourLayout">
/// In a 4 × 4 grid, 4 bits per cell: two each for Cb and Cr, as a thermometer (below, about, above gray), so that the number of
/// differing bits is the distance.
/// </param>
public readonly record struct Fingerprint(ulong Difference, ulong MirroredDifference, ulong ColourLayout)
{
    /// <summary>At most so many differing bits of <see cref="Difference"/> and of <see cref="ColourLayout"/> for one and the same view.</summary>
    public const int SameView = 6;

    private const int Grid = 8, ColourGrid = 4;

    /// <summary>Gray levels by which a neighbour must be brighter, and a cell coloured.</summary>
    private const double Margin = 2, ColourMargin = 10;

    /// <summary>Takes the fingerprint of a raster of any size.</summary>
    public static Fingerprint Of(Raster raster)
    {
        Span<double> bright = stackalloc double[(Grid + 1) * Grid];
        for (var row = 0; row < Grid; row++)
            for (var column = 0; column <= Grid; column++)
            {
                var (red, green, blue) = Mean(raster, column, row, Grid + 1, Grid);
                bright[row * (Grid + 1) + column] = Brightness(red, green, blue);
            }

        return new(Differences(bright, mirrored: false), Differences(bright, mirrored: true), Colours(raster));
    }

    /// <summary>Differing bits of <see cref="Difference"/>, 0 to 64. Unrelated images have about 20 to 40.</summary>
    public int Distance(Fingerprint other) => BitOperations.PopCount(Difference ^ other.Difference);

    /// <summary>Differing bits of <see cref="ColourLayout"/>, 0 to 64.</summary>
    public int ColourDistance(Fingerprint other) => BitOperations.PopCount(ColourLayout ^ other.ColourLayout);

    /// <summary>Whether both show the same view.</summary>
    public bool IsSameViewAs(Fingerprint other) => Distance(other) <= SameView && ColourDistance(other) <= SameView;

    /// <summary>
    /// Whether one is the other mirrored left to right. A symmetrical view is its own mirror image and counts as the same view
    /// instead: the mirrored comparison must be the better one.
    /// </summary>
    public bool IsMirrorOf(Fingerprint other)
    {
        var mirrored = BitOperations.PopCount(MirroredDifference ^ other.Difference);
        return mirrored <= SameView
            && mirrored < Distance(other)
            && BitOperations.PopCount(Mirror(ColourLayout) ^ other.ColourLayout) <= SameView;
    }

    private static ulong Differences(ReadOnlySpan<double> bright, bool mirrored)
    {
        var bits = 0UL;
        for (var row = 0; row < Grid; row++)
            for (var column = 0; column < Grid; column++)
            {
                var left = bright[row * (Grid + 1) + (mirrored ? Grid - column : column)];
                var right = bright[row * (Grid + 1) + (mirrored ? Grid - column - 1 : column + 1)];
                if (right > left + Margin) bits |= 1UL << (Grid * row + column);
            }

        return bits;
    }

    private static ulong Colours(Raster raster)
    {
        var bits = 0UL;
        for (var cell = 0; cell < ColourGrid * ColourGrid; cell++)
        {
            var (red, green, blue) = Mean(raster, cell % ColourGrid, cell / ColourGrid, ColourGrid, ColourGrid);
            var brightness = Brightness(red, green, blue);
            var level = Thermometer(0.564 * (blue - brightness)) | Thermometer(0.713 * (red - brightness)) << 2;
            bits |= level << (4 * cell);
        }

        return bits;
    }

    private static ulong Mirror(ulong layout)
    {
        var mirrored = 0UL;
        for (var cell = 0; cell < ColourGrid * ColourGrid; cell++)
        {
            var source = cell / ColourGrid * ColourGrid + (ColourGrid - 1 - cell % ColourGrid);
            mirrored |= (layout >> (4 * source) & 0xF) << (4 * cell);
        }

        return mirrored;
    }

    private static ulong Thermometer(double chroma) => chroma < -ColourMargin ? 0b00UL : chroma > ColourMargin ? 0b11UL : 0b01UL;

    private static double Brightness(double red, double green, double blue) => 0.299 * red + 0.587 * green + 0.114 * blue;

    private static (double Red, double Green, double Blue) Mean(Raster raster, int column, int row, int columns, int rows)
    {
        var (left, right) = Cell(column, columns, raster.Width);
        var (top, bottom) = Cell(row, rows, raster.Height);
        long red = 0, green = 0, blue = 0;
        for (var y = top; y < bottom; y++)
            for (var at = 3 * (y * raster.Width + left); at < 3 * (y * raster.Width + right); at += 3)
            {
                red += raster.Rgb[at];
                green += raster.Rgb[at + 1];
                blue += raster.Rgb[at + 2];
            }

        double pixels = (right - left) * (bottom - top);
        return (red / pixels, green / pixels, blue / pixels);
    }

    /// <summary>At least one pixel, also where the image is smaller than the grid.</summary>
    private static (int From, int To) Cell(int index, int cells, int length)
    {
        var from = index * length / cells;
        return (from, Math.Max(from + 1, (index + 1) * length / cells));
    }
}
