namespace IpCenter.Search.Features;

/// <summary>The dominant gradient directions around a point (Lowe 2004, 5): one, or two when the second is nearly as strong.</summary>
internal static class Orientation
{
    private const int Bins = 36;

    private const float NearlyAsStrong = 0.8f;

    public static int Find(Plane level, float x, float y, float sigma, Span<float> angles)
    {
        Span<float> histogram = stackalloc float[Bins];
        histogram.Clear();
        var spread = 1.5f * sigma;
        var radius = (int)MathF.Round(3 * spread);
        var (cx, cy) = ((int)MathF.Round(x), (int)MathF.Round(y));
        for (var dy = -radius; dy <= radius; dy++)
            for (var dx = -radius; dx <= radius; dx++)
            {
                var (px, py) = (cx + dx, cy + dy);
                if (px < 1 || py < 1 || px >= level.Width - 1 || py >= level.Height - 1)
                    continue;
                var (gx, gy) = (level[px + 1, py] - level[px - 1, py], level[px, py + 1] - level[px, py - 1]);
                var magnitude = MathF.Sqrt(gx * gx + gy * gy);
                if (magnitude == 0)
                    continue;
                var weight = MathF.Exp(-(dx * dx + dy * dy) / (2 * spread * spread));
                var bin = (int)(Turn(MathF.Atan2(gy, gx)) * Bins / MathF.Tau);
                histogram[Math.Min(bin, Bins - 1)] += weight * magnitude;
            }
        Smooth(histogram);

        var highest = 0f;
        foreach (var value in histogram)
            highest = MathF.Max(highest, value);
        if (highest == 0)
        {
            angles[0] = 0;
            return 1;
        }
        var count = 0;
        for (var bin = 0; bin < Bins && count < angles.Length; bin++)
        {
            var (before, here, after) = (histogram[(bin + Bins - 1) % Bins], histogram[bin], histogram[(bin + 1) % Bins]);
            if (here < NearlyAsStrong * highest || here <= before || here < after)
                continue;
            var offset = 0.5f * (before - after) / (before - 2 * here + after);
            angles[count++] = Turn((bin + 0.5f + offset) * MathF.Tau / Bins);
        }
        return count;
    }

    public static float Turn(float angle) => angle - MathF.Floor(angle / MathF.Tau) * MathF.Tau;

    private static void Smooth(Span<float> histogram)
    {
        Span<float> copy = stackalloc float[Bins];
        for (var pass = 0; pass < 3; pass++)
        {
            histogram.CopyTo(copy);
            for (var bin = 0; bin < Bins; bin++)
                histogram[bin] = (copy[(bin + Bins - 1) % Bins] + copy[bin] + copy[(bin + 1) % Bins]) / 3;
        }
    }
}
