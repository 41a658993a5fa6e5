namespace IpCenter.Search.Features;

/// <summary>The dominant gradient directions around a point (Lowe 2004, 5): one, or two when the second is nearly as strong.</summary>
internal static class Orientation
{
    private const int Bins = 36;

    private const float NearlyAsStrong = 0.8f;

    public static int Find(Gradients gradients, float x, float y, float sigma, Span<float> angles)
    {
        Span<float> histogram = stackalloc float[Bins];
        histogram.Clear();
        var spread = 1.5f * sigma;
        var radius = (int)MathF.Round(3 * spread);
        Span<float> weights = stackalloc float[radius + 1];
        for (var d = 0; d <= radius; d++)
            weights[d] = MathF.Exp(-(d * d) / (2 * spread * spread));
        var (cx, cy) = ((int)MathF.Round(x), (int)MathF.Round(y));
        var (left, right) = (Math.Max(1 - cx, -radius), Math.Min(gradients.Width - 2 - cx, radius));
        var (top, bottom) = (Math.Max(1 - cy, -radius), Math.Min(gradients.Height - 2 - cy, radius));
        for (var dy = top; dy <= bottom; dy++)
        {
            var at = (cy + dy) * gradients.Width + cx;
            for (var dx = left; dx <= right; dx++)
            {
                var bin = (int)(gradients.Angles[at + dx] * (Bins / MathF.Tau));
                histogram[Math.Min(bin, Bins - 1)] += weights[Math.Abs(dx)] * weights[Math.Abs(dy)] * gradients.Magnitudes[at + dx];
            }
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
