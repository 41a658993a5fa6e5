using System.Numerics.Tensors;

namespace IpCenter.Search.Matching;

/// <summary>
/// How much of the votes for a view agree on one change of size and one turn: weak geometric consistency (H. Jégou, M. Douze,
/// C. Schmid, ECCV 2008). Cheap, so that only the best are checked in full.
/// </summary>
internal static class Consistency
{
    private const int AngleBins = 16, ScaleBins = 16;

    /// <summary>Steps of <see cref="Index.PackedPoint.ScaleStep"/> in a bin: half an octave.</summary>
    private const float ScaleStepsPerBin = 8, AngleStepsPerBin = 16;

    public static float Score(ImageQuery query, ReadOnlySpan<Match> matches)
    {
        Span<float> angles = stackalloc float[AngleBins], scales = stackalloc float[ScaleBins];
        angles.Clear();
        scales.Clear();
        foreach (var match in matches)
        {
            Vote(angles, (match.Point.AngleStep - query.AngleSteps[match.Query] & 255) / AngleStepsPerBin, match.Weight, wraps: true);
            Vote(scales, (match.Point.ScaleStep - query.ScaleSteps[match.Query]) / ScaleStepsPerBin + ScaleBins / 2f, match.Weight, wraps: false);
        }
        return MathF.Min(TensorPrimitives.Max<float>(angles), TensorPrimitives.Max<float>(scales));
    }

    /// <summary>A vote is shared with the next bin, so that no border cuts a peak in two.</summary>
    private static void Vote(Span<float> bins, float place, float weight, bool wraps)
    {
        var low = (int)MathF.Floor(place - 0.5f);
        var part = place - 0.5f - low;
        Add(bins, low, weight * (1 - part), wraps);
        Add(bins, low + 1, weight * part, wraps);
    }

    private static void Add(Span<float> bins, int bin, float weight, bool wraps)
    {
        if (wraps)
            bins[(bin + bins.Length) % bins.Length] += weight;
        else if (bin >= 0 && bin < bins.Length)
            bins[bin] += weight;
    }
}
