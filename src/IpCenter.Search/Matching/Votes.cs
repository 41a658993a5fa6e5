using System.Numerics;
using IpCenter.Search.Index;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Matching;

/// <summary>A feature of the query and one of a view that carry the same word and nearly the same bits.</summary>
internal readonly record struct Match(ushort View, ushort Query, PackedPoint Point, float Weight);

/// <summary>
/// The votes of one segment for one picture: Hamming embedding (H. Jégou, M. Douze, C. Schmid, ECCV 2008), each feature once for a
/// view (H. Jégou, M. Douze, C. Schmid, "On the burstiness of visual elements", CVPR 2009). A view that the viewer may not find is
/// passed over before it is counted.
/// </summary>
internal sealed class Votes
{
    private const int MostDifferingBits = 30;

    private const float BitSpread = 17;

    private static readonly float[] WeightOf = Weights();

    private Votes(List<Match> matches, float[] scores) => (Matches, Scores) = (matches, scores);

    public List<Match> Matches { get; }

    /// <summary>Of each view, the weight of its matches for its number of features.</summary>
    public float[] Scores { get; }

    public static Votes Collect(ImageQuery query, Segment segment, bool[] allowed, CancellationToken cancellation)
    {
        var rarity = VisualVocabulary.Instance.Rarity;
        var views = segment.Views;
        List<Match> matches = [];
        var (lastOf, matchOf) = (new int[views.Length], new int[views.Length]);
        Array.Fill(lastOf, -1);
        for (var q = 0; q < query.Points.Length; q++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var at = q * ImageQuery.WordsPerPoint; at < (q + 1) * ImageQuery.WordsPerPoint; at++)
            {
                var word = query.Words[at];
                var (start, count) = segment.Lists[word];
                if (count == 0)
                    continue;
                var (low, high) = query.Signatures[at];
                var lows = segment.Low(start, count);
                var highs = segment.High(start, count);
                var postingViews = segment.PostingViews(start, count);
                var geometry = segment.Geometry(start, count);
                var square = rarity[word] * rarity[word];
                for (var i = 0; i < lows.Length; i++)
                {
                    var differing = BitOperations.PopCount(lows[i] ^ low) + BitOperations.PopCount(highs[i] ^ high);
                    if (differing > MostDifferingBits)
                        continue;
                    var view = postingViews[i];
                    if (!allowed[views[view].Document])
                        continue;
                    var match = new Match(view, (ushort)q, new PackedPoint(geometry[i]), square * WeightOf[differing]);
                    if (lastOf[view] != q)
                    {
                        (lastOf[view], matchOf[view]) = (q, matches.Count);
                        matches.Add(match);
                    }
                    else if (matches[matchOf[view]].Weight < match.Weight)
                    {
                        matches[matchOf[view]] = match;
                    }
                }
            }
        }
        var scores = new float[views.Length];
        foreach (var match in matches)
            scores[match.View] += match.Weight;
        for (var view = 0; view < scores.Length; view++)
            scores[view] *= ForSize(views[view]);
        return new Votes(matches, scores);
    }

    /// <summary>Pictures with many features get many votes by chance.</summary>
    public static float ForSize(ViewEntry view) => 1 / MathF.Sqrt(20 + view.Points);

    private static float[] Weights() => [.. Enumerable.Range(0, VisualVocabulary.Bits + 1).Select(differing => MathF.Exp(-(differing * differing) / (2 * BitSpread * BitSpread)))];
}
