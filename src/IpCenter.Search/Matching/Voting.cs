using System.Numerics;
using System.Numerics.Tensors;
using IpCenter.Search.Features;
using IpCenter.Search.Index;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Matching;

/// <summary>A feature of the query and one of a view that carry the same word and nearly the same bits.</summary>
internal readonly record struct Match(int View, ushort Query, ushort Point, float Weight);

/// <summary>
/// Finds the views worth a closer look: Hamming embedding with weak geometric consistency (H. Jégou, M. Douze, C. Schmid,
/// ECCV 2008). A view that the viewer may not find is passed over before it is counted.
/// </summary>
internal static class Voting
{
    private const int MostDifferingBits = 46;

    private const float BitSpread = 26;

    private const int AngleBins = 16, ScaleBins = 16;

    /// <summary>The matches of the best views, by view.</summary>
    public static IEnumerable<(int View, Match[] Matches)> Best(ImageQuery query, LoadedSegment segment, bool[] visible, int count)
    {
        var matches = Collect(query, segment, visible);
        if (matches.Count == 0)
            return [];
        var scores = new Dictionary<int, float[]>();
        foreach (var match in matches)
        {
            if (!scores.TryGetValue(match.View, out var bins))
                scores[match.View] = bins = new float[AngleBins + ScaleBins];
            var (q, p) = (query.Points[match.Query], segment.Views[match.View].View.Points[match.Point].ToKeyPoint());
            Vote(bins.AsSpan(0, AngleBins), Orientation.Turn(p.Angle - q.Angle) / MathF.Tau * AngleBins, match.Weight, wraps: true);
            Vote(bins.AsSpan(AngleBins), MathF.Log2(p.Scale / q.Scale) * 2 + ScaleBins / 2f, match.Weight, wraps: false);
        }
        var byView = matches.ToLookup(m => m.View);
        return scores
            .Select(s => (s.Key, Score: Score(s.Value) / MathF.Sqrt(20 + segment.Views[s.Key].View.Points.Length)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Key)
            .Take(count)
            .Select(s => (s.Key, byView[s.Key].ToArray()));
    }

    private static List<Match> Collect(ImageQuery query, LoadedSegment segment, bool[] visible)
    {
        var rarity = VisualVocabulary.Instance.Rarity;
        List<Match> matches = [];
        // A feature votes once for a view, with its best match: repeated patterns would drown the rest.
        var lastOf = new int[segment.Views.Count];
        Array.Fill(lastOf, -1);
        var matchOf = new int[segment.Views.Count];
        for (var q = 0; q < query.Points.Length; q++)
            for (var w = 0; w < ImageQuery.WordsPerPoint; w++)
            {
                var word = query.Words[q * ImageQuery.WordsPerPoint + w];
                var signature = query.Signatures[q * ImageQuery.WordsPerPoint + w];
                var (low, high) = ((ulong)signature, (ulong)(signature >> 64));
                for (var at = segment.Offsets[word]; at < segment.Offsets[word + 1]; at++)
                {
                    var differing = BitOperations.PopCount(segment.Low[at] ^ low) + BitOperations.PopCount(segment.High[at] ^ high);
                    if (differing > MostDifferingBits || !visible[segment.ViewOf[at]])
                        continue;
                    var view = segment.ViewOf[at];
                    var weight = rarity[word] * rarity[word] * MathF.Exp(-(differing * differing) / (2 * BitSpread * BitSpread));
                    var match = new Match(view, (ushort)q, segment.PointOf[at], weight);
                    if (lastOf[view] != q)
                    {
                        (lastOf[view], matchOf[view]) = (q, matches.Count);
                        matches.Add(match);
                    }
                    else if (matches[matchOf[view]].Weight < weight)
                    {
                        matches[matchOf[view]] = match;
                    }
                }
            }
        return matches;
    }

    /// <summary>A vote is shared with the next bin, so that no border cuts a peak in two.</summary>
    private static void Vote(Span<float> bins, float place, float weight, bool wraps)
    {
        var low = (int)MathF.Floor(place - 0.5f);
        var part = place - 0.5f - low;
        if (wraps)
        {
            bins[(low + bins.Length) % bins.Length] += weight * (1 - part);
            bins[(low + 1 + bins.Length) % bins.Length] += weight * part;
            return;
        }
        if (low >= 0 && low < bins.Length)
            bins[low] += weight * (1 - part);
        if (low + 1 >= 0 && low + 1 < bins.Length)
            bins[low + 1] += weight * part;
    }

    private static float Score(float[] bins) =>
        MathF.Min(TensorPrimitives.Max<float>(bins.AsSpan(0, AngleBins)), TensorPrimitives.Max<float>(bins.AsSpan(AngleBins)));
}
