using System.Numerics;
using System.Runtime.InteropServices;
using IpCenter.Search.Index;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Matching;

/// <summary>A feature of the query and one of a view that carry the same word and nearly the same bits.</summary>
internal readonly record struct Match(ushort View, ushort Query, PackedPoint Point, float Weight);

/// <summary>
/// Counts the votes of one segment for one picture: Hamming embedding (H. Jégou, M. Douze, C. Schmid, ECCV 2008), each feature once
/// for a view (H. Jégou, M. Douze, C. Schmid, "On the burstiness of visual elements", CVPR 2009). A view that the viewer may not find
/// is passed over before it is counted. Each thread has one, whose memory it uses again.
/// </summary>
internal sealed class Votes
{
    /// <summary>Bits of a signature, and of its low part, that a match may differ in.</summary>
    private const int MostDiffering = 30, MostDifferingLow = 23;

    private const float BitSpread = 17;

    private static readonly float[] WeightOf =
        [.. Enumerable.Range(0, VisualVocabulary.Bits + 1).Select(differing => MathF.Exp(-(differing * differing) / (2 * BitSpread * BitSpread)))];

    [ThreadStatic]
    private static Votes? _ofThread;

    /// <summary>Of each view, the query's feature that last matched it, as counted by <see cref="_feature"/>, and the place of that match.</summary>
    private readonly int[] _lastOf = new int[Segment.MostViews], _matchOf = new int[Segment.MostViews];

    private readonly float[] _scores = new float[Segment.MostViews];
    private readonly List<Match> _matches = [];
    private int[] _near = new int[1024];
    private int _feature;

    public static Votes OfThread => _ofThread ??= new Votes();

    /// <summary>Counts the votes of a segment; those of the one before are forgotten.</summary>
    /// <param name="query">The picture.</param>
    /// <param name="segment">Where it is looked for.</param>
    /// <param name="allowed">By document, whether it may be found.</param>
    /// <param name="cancellation">Looked at after each feature.</param>
    public void Count(ImageQuery query, Segment segment, bool[] allowed, CancellationToken cancellation)
    {
        var rarity = VisualVocabulary.Instance.Rarity;
        var views = segment.Views;
        _matches.Clear();
        if (_feature > int.MaxValue - query.Points.Length - 1)
        {
            Array.Clear(_lastOf);
            _feature = 0;
        }
        for (var q = 0; q < query.Points.Length; q++)
        {
            cancellation.ThrowIfCancellationRequested();
            _feature++;
            for (var at = q * ImageQuery.WordsPerPoint; at < query.WordEnds[q]; at++)
            {
                var word = query.Words[at];
                var (start, count) = segment.Lists[word];
                var (low, high) = query.Signatures[at];
                var lows = segment.Low(start, count);
                if (_near.Length < count)
                    _near = new int[count];
                var near = NearSignatures.Find(lows, low, MostDifferingLow, _near);
                if (near == 0)
                    continue;
                var highs = segment.High(start, count);
                var viewOf = segment.PostingViews(start, count);
                var geometry = segment.Geometry(start, count);
                var square = rarity[word] * rarity[word];
                foreach (var i in _near.AsSpan(0, near))
                {
                    var differing = BitOperations.PopCount(lows[i] ^ low) + BitOperations.PopCount(highs[i] ^ high);
                    if (differing <= MostDiffering && allowed[views[viewOf[i]].Document])
                        Add(new Match(viewOf[i], (ushort)q, new PackedPoint(geometry[i]), square * WeightOf[differing]));
                }
            }
        }
        Sum(views);
    }

    /// <summary>Offers each view that has votes.</summary>
    public void OfferTo(TopViews best, int segment)
    {
        foreach (ref readonly var match in CollectionsMarshal.AsSpan(_matches))
        {
            var score = _scores[match.View];
            if (score <= 0)
                continue;
            best.Add(new ViewPlace(segment, match.View), score);
            // Offered once.
            _scores[match.View] = 0;
        }
    }

    /// <summary>The matches of some views of the segment.</summary>
    public IEnumerable<KeyValuePair<ViewPlace, List<Match>>> MatchesOf(IReadOnlyCollection<ViewPlace> places)
    {
        var lists = places.Select(place => KeyValuePair.Create(place, new List<Match>())).ToArray();
        // Marks those views: no feature has a number below zero.
        foreach (var (slot, (place, _)) in lists.Index())
            (_lastOf[place.View], _matchOf[place.View]) = (-1, slot);
        foreach (ref readonly var match in CollectionsMarshal.AsSpan(_matches))
            if (_lastOf[match.View] == -1)
                lists[_matchOf[match.View]].Value.Add(match);
        foreach (var (place, _) in lists)
            _lastOf[place.View] = 0;
        return lists;
    }

    /// <summary>Pictures with many features get many votes by chance.</summary>
    public static float ForSize(ViewEntry view) => 1 / MathF.Sqrt(20 + view.Points);

    private void Add(Match match)
    {
        if (_lastOf[match.View] != _feature)
        {
            (_lastOf[match.View], _matchOf[match.View]) = (_feature, _matches.Count);
            _matches.Add(match);
            return;
        }
        ref var known = ref CollectionsMarshal.AsSpan(_matches)[_matchOf[match.View]];
        if (known.Weight < match.Weight)
            known = match;
    }

    private void Sum(ReadOnlySpan<ViewEntry> views)
    {
        Array.Clear(_scores, 0, views.Length);
        foreach (ref readonly var match in CollectionsMarshal.AsSpan(_matches))
            _scores[match.View] += match.Weight * ForSize(views[match.View]);
    }
}
