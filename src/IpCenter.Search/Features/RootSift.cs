namespace IpCenter.Search.Features;

/// <summary>
/// The SIFT descriptor in its Hellinger form (R. Arandjelović, A. Zisserman, "Three things everyone should know to improve
/// object retrieval", CVPR 2012): 4 × 4 cells of 8 directions, L1-normalised, square-rooted, as 128 bytes.
/// </summary>
internal static class RootSift
{
    public const int Length = 128;

    private const int Cells = 4, Directions = 8;

    /// <summary>Turns a component (0 to about 0.5) into a byte.</summary>
    private const float ByteScale = 512;

    /// <summary>Largest share of one component before normalising (Lowe 2004, 6.1).</summary>
    private const float Cap = 0.2f;

    private static readonly int[] MirrorOf = MirrorPermutation();

    public static void Describe(Plane level, float x, float y, float sigma, float angle, Span<byte> descriptor)
    {
        Span<float> cells = stackalloc float[Length];
        cells.Clear();
        var cell = 3 * sigma;
        var radius = (int)MathF.Round(cell * MathF.Sqrt(2) * (Cells + 1) / 2);
        var (cos, sin) = (MathF.Cos(angle) / cell, MathF.Sin(angle) / cell);
        var (cx, cy) = ((int)MathF.Round(x), (int)MathF.Round(y));
        var (left, right) = (Math.Max(1 - cx, -radius), Math.Min(level.Width - 2 - cx, radius));
        var (top, bottom) = (Math.Max(1 - cy, -radius), Math.Min(level.Height - 2 - cy, radius));
        var values = level.Values;
        for (var dy = top; dy <= bottom; dy++)
            for (var dx = left; dx <= right; dx++)
            {
                var (u, v) = (dx * cos + dy * sin, dy * cos - dx * sin);
                var (column, row) = (u + Cells / 2f - 0.5f, v + Cells / 2f - 0.5f);
                if (column <= -1 || row <= -1 || column >= Cells || row >= Cells)
                    continue;
                var at = (cy + dy) * level.Width + cx + dx;
                var (gx, gy) = (values[at + 1] - values[at - 1], values[at + level.Width] - values[at - level.Width]);
                var magnitude = MathF.Sqrt(gx * gx + gy * gy) * MathF.Exp(-(u * u + v * v) / (Cells * Cells / 2f));
                var direction = Orientation.Turn(MathF.Atan2(gy, gx) - angle) * Directions / MathF.Tau;
                Add(cells, row, column, direction, magnitude);
            }
        Normalise(cells, descriptor);
    }

    /// <summary>The descriptor of the same place in the image mirrored left to right: no second extraction is needed.</summary>
    public static void Mirror(ReadOnlySpan<byte> descriptor, Span<byte> mirrored)
    {
        for (var i = 0; i < Length; i++)
            mirrored[MirrorOf[i]] = descriptor[i];
    }

    private static void Add(Span<float> cells, float row, float column, float direction, float magnitude)
    {
        var (r0, c0, d0) = ((int)MathF.Floor(row), (int)MathF.Floor(column), (int)MathF.Floor(direction));
        var (fr, fc, fd) = (row - r0, column - c0, direction - d0);
        for (var r = 0; r <= 1; r++)
        {
            if (r0 + r is < 0 or >= Cells)
                continue;
            var byRow = magnitude * (r == 0 ? 1 - fr : fr);
            for (var c = 0; c <= 1; c++)
            {
                if (c0 + c is < 0 or >= Cells)
                    continue;
                var byColumn = byRow * (c == 0 ? 1 - fc : fc);
                var at = ((r0 + r) * Cells + c0 + c) * Directions;
                cells[at + d0 % Directions] += byColumn * (1 - fd);
                cells[at + (d0 + 1) % Directions] += byColumn * fd;
            }
        }
    }

    private static void Normalise(Span<float> cells, Span<byte> descriptor)
    {
        var squares = 0f;
        foreach (var value in cells)
            squares += value * value;
        var limit = Cap * MathF.Sqrt(squares);
        var sum = 0f;
        foreach (ref var value in cells)
        {
            value = MathF.Min(value, limit);
            sum += value;
        }
        for (var i = 0; i < Length; i++)
            descriptor[i] = sum == 0 ? (byte)0 : (byte)Math.Min(255, MathF.Round(ByteScale * MathF.Sqrt(cells[i] / sum)));
    }

    /// <summary>Mirroring turns the axis across the direction round: rows and the sense of the directions change.</summary>
    private static int[] MirrorPermutation()
    {
        var permutation = new int[Length];
        for (var row = 0; row < Cells; row++)
            for (var column = 0; column < Cells; column++)
                for (var direction = 0; direction < Directions; direction++)
                    permutation[(row * Cells + column) * Directions + direction] =
                        ((Cells - 1 - row) * Cells + column) * Directions + (Directions - direction) % Directions;
        return permutation;
    }
}
