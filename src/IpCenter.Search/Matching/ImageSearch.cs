using System.Numerics.Tensors;
using IpCenter.Search.Index;

namespace IpCenter.Search.Matching;

/// <summary>Searches with pictures: votes, geometric check and layout for each picture and its mirror image, the best view speaks for its document.</summary>
internal static class ImageSearch
{
    private const int CandidatesPerSegment = 60;

    /// <summary>Views whose layout alone is looked at further.</summary>
    private const int ByLayoutPerSegment = 40;

    /// <summary>Below this a document is no hit.</summary>
    private const double LeastProbability = 0.01;

    public static List<SearchHit> Find(
        IReadOnlyList<ViewFeatures> images, Snapshot snapshot, Dictionary<string, DocumentFields> allowed, CancellationToken cancellation)
    {
        Dictionary<string, SearchHit> best = [];
        for (var s = 0; s < snapshot.Segments.Count; s++)
        {
            var segment = snapshot.Segments[s];
            var visible = new bool[segment.Views.Count];
            for (var v = 0; v < visible.Length; v++)
                visible[v] = segment.Documents[segment.Views[v].Document].Fields.Id is var id && allowed.ContainsKey(id) && !snapshot.Deleted[s].Contains(id);
            for (var image = 0; image < images.Count; image++)
                foreach (var mirrored in (ReadOnlySpan<bool>)[false, true])
                {
                    cancellation.ThrowIfCancellationRequested();
                    Search(new ImageQuery(images[image], mirrored), image, segment, visible, best);
                }
        }
        return [.. best.Values];
    }

    private static void Search(ImageQuery query, int image, LoadedSegment segment, bool[] visible, Dictionary<string, SearchHit> best)
    {
        Dictionary<int, Verified> verified = [];
        foreach (var (view, matches) in Voting.Best(query, segment, visible, CandidatesPerSegment))
            verified[view] = Verification.Check(query, segment.Views[view].View, matches);
        var layouts = Enumerable.Range(0, segment.Views.Count)
            .Where(v => visible[v])
            .Select(v => (View: v, Cosine: TensorPrimitives.Dot<float>(query.Layout, segment.Layouts[v])))
            .OrderByDescending(l => l.Cosine)
            .ToList();
        foreach (var (view, cosine) in layouts.Where((l, rank) => rank < ByLayoutPerSegment || verified.ContainsKey(l.View)))
        {
            var geometry = verified.GetValueOrDefault(view, Verified.Nothing);
            var (byFeatures, byLayout) = (Calibration.OfFeatures(geometry), Calibration.OfLayout(cosine));
            var probability = Calibration.Together(byFeatures, byLayout);
            if (probability < LeastProbability)
                continue;
            // Beyond certainty the number of agreeing features still orders the hits.
            var score = probability + 0.01 * geometry.Inliers + 0.001 * cosine;
            var document = segment.Documents[segment.Views[view].Document].Fields.Id;
            if (!best.TryGetValue(document, out var known) || score > known.Score)
                best[document] = new SearchHit(
                    document, segment.Views[view].View.Id, score, probability, geometry.QueryRegion, geometry.ViewRegion, query.Mirrored, image);
        }
    }
}
