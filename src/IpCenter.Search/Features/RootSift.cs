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

    private const int PaddedCells = Cells + 2, PaddedDirections = Directions + 1;

    /// <summary>So far from the centre, in cells, a pixel still has a share in one.</summary>
    private const float Reach = (Cells + 1) / 2f;

    /// <summary>Steps of the squared distance from the centre, in cells, in <see cref="Window"/>.</summary>
    private const int WindowSteps = 64;

    /// <summary>The Gaussian window over the cells, by squared distance.</summary>
    private static readonly float[] Window =
        [.. Enumerable.Range(0, (Cells + 1) * (Cells + 1) * WindowSteps).Select(step => MathF.Exp(-(step + 0.5f) / WindowSteps / (Cells * Cells / 2f)))];

    private static readonly int[] MirrorOf = MirrorPermutation();

    public static void Describe(Gradients gradients, float x, float y, float sigma, float angle, Span<byte> descriptor)
    {
        // With a cell all around and a ninth direction, so that nothing has to be asked before adding.
        Span<float> padded = stackalloc float[PaddedCells * PaddedCells * PaddedDirections];
        padded.Clear();
        var cell = 3 * sigma;
        var (cos, sin) = (MathF.Cos(angle) / cell, MathF.Sin(angle) / cell);
        var radius = (int)(cell * (MathF.Abs(MathF.Cos(angle)) + MathF.Abs(MathF.Sin(angle))) * Reach);
        var (cx, cy) = ((int)MathF.Round(x), (int)MathF.Round(y));
        var turn = angle * (Directions / MathF.Tau);
        for (var dy = Math.Max(1 - cy, -radius); dy <= Math.Min(gradients.Height - 2 - cy, radius); dy++)
        {
            var (left, right) = Within(dy * sin, cos, -radius, radius);
            (left, right) = Within(dy * cos, -sin, left, right);
            (left, right) = (Math.Max(left, 1 - cx), Math.Min(right, gradients.Width - 2 - cx));
            if (left > right)
                continue;
            var at = (cy + dy) * gradients.Width + cx + left;
            var magnitudes = gradients.Magnitudes.AsSpan(at, right - left + 1);
            var angles = gradients.Angles.AsSpan(at, magnitudes.Length);
            var (u, v) = (left * cos + dy * sin, dy * cos - left * sin);
            for (var i = 0; i < magnitudes.Length; i++, u += cos, v -= sin)
            {
                var magnitude = magnitudes[i] * Window[(int)((u * u + v * v) * WindowSteps)];
                var direction = angles[i] * (Directions / MathF.Tau) - turn;
                Add(padded, v + (Cells / 2f + 0.5f), u + (Cells / 2f + 0.5f), direction < 0 ? direction + Directions : direction, magnitude);
            }
        }
        Span<float> cells = stackalloc float[Length];
        for (var row = 0; row < Cells; row++)
            for (var column = 0; column < Cells; column++)
            {
                var from = padded.Slice(((row + 1) * PaddedCells + column + 1) * PaddedDirections, PaddedDirections);
                from[0] += from[Directions];
                from[..Directions].CopyTo(cells[((row * Cells + column) * Directions)..]);
            }
        Normalise(cells, descriptor);
    }

    /// <summary>The descriptor of the same place in the image mirrored left to right: no second extraction is needed.</summary>
    public static void Mirror(ReadOnlySpan<byte> descriptor, Span<byte> mirrored)
    {
        for (var i = 0; i < Length; i++)
            mirrored[MirrorOf[i]] = descriptor[i];
    }

    public static void Widen(ReadOnlySpan<byte> descriptor, Span<float> floats)
    {
        for (var i = 0; i < descriptor.Length; i++)
            floats[i] = descriptor[i];
    }

    /// <summary>Steps from <paramref name="left"/> to <paramref name="right"/> where a coordinate that grows by <paramref name="slope"/> stays within the cells.</summary>
    private static (int Left, int Right) Within(float start, float slope, int left, int right)
    {
        // A little less, so that rounding leads nowhere beyond.
        const float reach = Reach - 1e-3f;
        if (MathF.Abs(slope) < 1e-6f)
            return MathF.Abs(start) < reach ? (left, right) : (1, 0);
        var (one, other) = ((-reach - start) / slope, (reach - start) / slope);
        return (Math.Max(left, (int)MathF.Ceiling(MathF.Min(one, other))), Math.Min(right, (int)MathF.Floor(MathF.Max(one, other))));
    }

    private static void Add(Span<float> padded, float row, float column, float direction, float magnitude)
    {
        var (r, c, d) = ((int)row, (int)column, (int)direction & Directions - 1);
        var (fr, fc, fd) = (row - r, column - c, direction - (int)direction);
        var (lower, upper) = (magnitude * fr, magnitude - magnitude * fr);
        var block = padded.Slice((r * PaddedCells + c) * PaddedDirections + d, (PaddedCells + 1) * PaddedDirections + 2);
        Share(block, upper - upper * fc, fd);
        Share(block[PaddedDirections..], upper * fc, fd);
        Share(block[(PaddedCells * PaddedDirections)..], lower - lower * fc, fd);
        Share(block[((PaddedCells + 1) * PaddedDirections)..], lower * fc, fd);
    }

    private static void Share(Span<float> directions, float value, float part)
    {
        directions[1] += value * part;
        directions[0] += value - value * part;
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
