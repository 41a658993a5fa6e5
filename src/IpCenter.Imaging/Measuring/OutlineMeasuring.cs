namespace IpCenter.Imaging.Measuring;

/// <summary>Takes the outline of a product that was told from its ground.</summary>
internal static class OutlineMeasuring
{
    public static Outline Of(Raster raster, PixelLabel[] labels, PixelBox box) => new(MaskOf(raster, labels, box), ColoursOf(raster, labels, box));

    private static byte[] MaskOf(Raster raster, PixelLabel[] labels, PixelBox box)
    {
        var mask = new byte[Outline.Side * Outline.Side / 8];
        for (var row = 0; row < Outline.Side; row++)
            for (var column = 0; column < Outline.Side; column++)
                if (IsMostlyProduct(raster, labels, Cell(box.Left, box.Width, column), Cell(box.Top, box.Height, row)))
                    mask[(row * Outline.Side + column) / 8] |= (byte)(0x80 >> (column % 8));
        return mask;
    }

    private static bool IsMostlyProduct(Raster raster, PixelLabel[] labels, (int From, int To) across, (int From, int To) down)
    {
        int product = 0, all = 0;
        for (var y = down.From; y < down.To; y++)
            for (var x = across.From; x < across.To; x++, all++)
                if (labels[y * raster.Width + x] == PixelLabel.Product) product++;
        return product * 2 >= all;
    }

    /// <summary>At least one pixel, also where the box is smaller than the grid.</summary>
    private static (int From, int To) Cell(int start, int length, int index)
    {
        var from = start + Math.Min(length - 1, index * length / Outline.Side);
        return (from, Math.Max(from + 1, start + Math.Min(length, (index + 1) * length / Outline.Side)));
    }

    private static byte[] ColoursOf(Raster raster, PixelLabel[] labels, PixelBox box)
    {
        var shares = new double[Outline.ColourSide * Outline.ColourSide];
        var pixels = 0;
        for (var y = box.Top; y < box.Top + box.Height; y++)
            for (var x = box.Left; x < box.Left + box.Width; x++)
            {
                var at = y * raster.Width + x;
                if (labels[at] != PixelLabel.Product) continue;
                Share(shares, raster.Rgb[3 * at], raster.Rgb[3 * at + 1], raster.Rgb[3 * at + 2]);
                pixels++;
            }

        return [.. shares.Select(share => (byte)Math.Round(255 * share / Math.Max(1, pixels)))];
    }

    /// <summary>Chroma beyond a half of the range is a neon sign; the grid spends its cells on what products have.</summary>
    private static void Share(double[] shares, int red, int green, int blue)
    {
        const double Reach = 80, Last = Outline.ColourSide - 1;
        var luma = Luma.Of(red, green, blue);
        var across = Math.Clamp((0.564 * (blue - luma) + Reach) / (2 * Reach), 0, 1) * Last;
        var down = Math.Clamp((0.713 * (red - luma) + Reach) / (2 * Reach), 0, 1) * Last;
        var (column, row) = ((int)Math.Min(across, Last - 1), (int)Math.Min(down, Last - 1));
        var (right, below) = (across - column, down - row);
        shares[row * Outline.ColourSide + column] += (1 - right) * (1 - below);
        shares[row * Outline.ColourSide + column + 1] += right * (1 - below);
        shares[(row + 1) * Outline.ColourSide + column] += (1 - right) * below;
        shares[(row + 1) * Outline.ColourSide + column + 1] += right * below;
    }
}
