using System.Numerics.Tensors;

namespace IpCenter.Search.Features;

/// <summary>
/// A whole-view descriptor for smooth products and drawings, which have few key points: directions of edges in an 8 × 8 grid
/// over the product (after N. Dalal, B. Triggs, "Histograms of Oriented Gradients", CVPR 2005), unit length, as signed bytes.
/// </summary>
internal static class Layout
{
    public const int Length = Cells * Cells * Directions;

    private const int Cells = 8, Directions = 8, Side = 64;

    /// <summary>Luma distance from the border's median that counts as product.</summary>
    private const float ProductDistance = 0.06f;

    public static sbyte[] Of(Plane luma)
    {
        var product = CropToProduct(luma).Resize(Side, Side).Blur(1);
        var cells = new float[Length];
        for (var y = 1; y < Side - 1; y++)
            for (var x = 1; x < Side - 1; x++)
            {
                var (gx, gy) = (product[x + 1, y] - product[x - 1, y], product[x, y + 1] - product[x, y - 1]);
                var magnitude = MathF.Sqrt(gx * gx + gy * gy);
                if (magnitude < 0.01f)
                    continue;
                var angle = MathF.Atan2(gy, gx);
                var direction = (angle < 0 ? angle + MathF.PI : angle) * Directions / MathF.PI;
                var (low, part) = ((int)direction, direction - (int)direction);
                var at = (y * Cells / Side * Cells + x * Cells / Side) * Directions;
                cells[at + low % Directions] += magnitude * (1 - part);
                cells[at + (low + 1) % Directions] += magnitude * part;
            }
        // The square root keeps one strong edge from drowning the rest.
        for (var i = 0; i < Length; i++)
            cells[i] = MathF.Sqrt(cells[i]);
        var mean = TensorPrimitives.Sum<float>(cells) / Length;
        TensorPrimitives.Subtract(cells, mean, cells);
        var norm = TensorPrimitives.Norm<float>(cells);
        return [.. cells.Select(c => norm == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(c / norm * 700), -127, 127))];
    }

    /// <summary>The descriptor of the mirrored view.</summary>
    public static sbyte[] Mirror(ReadOnlySpan<sbyte> layout)
    {
        var mirrored = new sbyte[Length];
        for (var row = 0; row < Cells; row++)
            for (var column = 0; column < Cells; column++)
                for (var direction = 0; direction < Directions; direction++)
                    mirrored[(row * Cells + Cells - 1 - column) * Directions + (Directions - direction) % Directions] =
                        layout[(row * Cells + column) * Directions + direction];
        return mirrored;
    }

    /// <summary>As floats of unit length, for scanning.</summary>
    public static float[] Unit(ReadOnlySpan<sbyte> layout)
    {
        var unit = new float[Length];
        for (var i = 0; i < Length; i++)
            unit[i] = layout[i];
        var norm = TensorPrimitives.Norm<float>(unit);
        if (norm > 0)
            TensorPrimitives.Divide(unit, norm, unit);
        return unit;
    }

    private static Plane CropToProduct(Plane luma)
    {
        var border = new List<float>();
        for (var x = 0; x < luma.Width; x++)
            border.AddRange([luma[x, 0], luma[x, luma.Height - 1]]);
        for (var y = 0; y < luma.Height; y++)
            border.AddRange([luma[0, y], luma[luma.Width - 1, y]]);
        border.Sort();
        var ground = border[border.Count / 2];
        var (left, top, right, bottom) = (luma.Width, luma.Height, -1, -1);
        for (var y = 0; y < luma.Height; y++)
            for (var x = 0; x < luma.Width; x++)
            {
                if (MathF.Abs(luma[x, y] - ground) < ProductDistance)
                    continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        return right - left < 8 || bottom - top < 8 ? luma : luma.Crop(left, top, right - left + 1, bottom - top + 1);
    }
}
