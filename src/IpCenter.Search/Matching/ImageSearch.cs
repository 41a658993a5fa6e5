using System.Runtime.InteropServices;
using IpCenter.Search.Features;
using IpCenter.Search.Index;

namespace IpCenter.Search.Matching;

/// <summary>How a view of a document fits a picture of the query.</summary>
/// <param name="View">Counted in its segment.</param>
/// <param name="Probability">That it is the same product, 0 to 1.</param>
/// <param name="Agreeing">Places that agree on one placement of the product; 0 when only the layout did.</param>
/// <param name="QueryRegion">What agrees, on the query's picture; <c>null</c> when only the layout did.</param>
/// <param name="ViewRegion">What agrees, on the view.</param>
/// <param name="Mirrored">The one is the mirror image of the other.</param>
/// <param name="QueryImage">Which of the query's pictures it is.</param>
internal sealed record ViewMatch(
    int View, double Probability, int Agreeing, MatchRegion? QueryRegion, MatchRegion? ViewRegion, bool Mirrored, int QueryImage);

/// <summary>How a document fits the pictures of the query.</summary>
/// <param name="Probability">That it is the same product, 0 to 1.</param>
/// <param name="Images">Pictures of the query that resemble it.</param>
/// <param name="Best">The pair of pictures that fits best.</param>
internal sealed record ProductMatch(double Probability, int Images, ViewMatch Best);

/// <summary>
/// Searches with pictures: votes, geometric check and layout for each picture and its mirror image; the best view speaks for its
/// document. Candidates are chosen over all segments together, so that an answer does not depend on how documents lie in them.
/// </summary>
internal sealed class ImageSearch(Snapshot snapshot, bool[][] allowed, int visibleViews, IImageEmbedder? embedder)
{
    /// <summary>Views whose votes are looked at for consistency, and of these those that are checked in full.</summary>
    private const int ByVotes = 400, ByConsistency = 60;

    /// <summary>Views of which the signs of the layout agree most, and of these those whose layout alone is enough to be looked at.</summary>
    private const int BySigns = 300, ByLayout = 40;

    /// <summary>Views whose embedding is nearest.</summary>
    private const int ByEmbeddings = 40;

    /// <summary>From this probability on a picture of the query counts as one that resembles a document.</summary>
    private const double Resembles = 0.5;

    /// <summary>Below this a document is no hit.</summary>
    private const double LeastProbability = 0.01;

    public List<FoundDocument> Find(IReadOnlyList<ViewFeatures> images, CancellationToken cancellation)
    {
        var variants = new (int Image, bool Mirrored)[2 * images.Count];
        for (var v = 0; v < variants.Length; v++)
            variants[v] = (v / 2, v % 2 == 1);
        var found = new List<Scored>[variants.Length];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        AtOnce.Do(variants.Length, parallel, v =>
            found[v] = Find(new ImageQuery(images[variants[v].Image], variants[v].Image, variants[v].Mirrored, visibleViews), parallel));
        return [.. found.SelectMany(variant => variant)
            .GroupBy(scored => scored.Document)
            .Select(ofDocument => Together(ofDocument.Key, [.. ofDocument.GroupBy(scored => scored.Match.QueryImage).Select(Best)], images.Count))];
    }

    /// <summary>A product is what its best pairs of pictures say.</summary>
    private static FoundDocument Together(DocumentPlace place, IReadOnlyList<Scored> ofImages, int images) => new(
        place,
        ofImages.Sum(scored => scored.Score) / images,
        new ProductMatch(
            Calibration.OfProduct(ofImages.Select(scored => scored.Match.Probability), images),
            ofImages.Count(scored => scored.Match.Probability >= Resembles),
            Best(ofImages).Match));

    private static Scored Best(IEnumerable<Scored> scored) => scored.Aggregate((best, other) => other.Score > best.Score ? other : best);

    private List<Scored> Find(ImageQuery query, ParallelOptions parallel)
    {
        var verified = Verify(query, parallel);
        var found = new List<Scored>();
        foreach (var (place, cosine) in CompareLayouts(query, [.. verified.Keys, .. NearestByEmbedding(query, parallel)], parallel))
        {
            var segment = snapshot.Segments[place.Segment];
            var geometry = verified.GetValueOrDefault(place, Verified.Nothing);
            var probability = Calibration.Together(Calibration.Of(geometry, cosine), ByEmbedding(query, place));
            if (probability < LeastProbability)
                continue;
            var score = probability + Calibration.Strength(geometry) + 0.001 * cosine;
            found.Add(new Scored(
                new DocumentPlace(place.Segment, segment.Views[place.View].Document), score,
                new ViewMatch(place.View, probability, geometry.Inliers, geometry.QueryRegion, geometry.ViewRegion, query.Mirrored, query.Image)));
        }
        return found;
    }

    private Dictionary<ViewPlace, Verified> Verify(ImageQuery query, ParallelOptions parallel)
    {
        var matchesIn = new IEnumerable<KeyValuePair<ViewPlace, List<Match>>>[snapshot.Segments.Count];
        var byVotes = EachSegment(ByVotes, parallel, (s, best) =>
        {
            var votes = Votes.OfThread;
            votes.Count(query, snapshot.Segments[s], allowed[s], parallel.CancellationToken);
            votes.OfferTo(best, s);
            matchesIn[s] = votes.MatchesOf([.. best.Kept.Select(candidate => candidate.Place)]);
        });
        var candidates = byVotes.Kept.Select(candidate => candidate.Place).ToHashSet();
        var matchesOf = matchesIn.SelectMany(matches => matches).Where(view => candidates.Contains(view.Key)).ToDictionary();
        var consistent = new TopViews(snapshot, ByConsistency);
        foreach (var (place, matches) in matchesOf)
            consistent.Add(place, Consistency.Score(query, CollectionsMarshal.AsSpan(matches)) * Votes.ForSize(snapshot.Segments[place.Segment].Views[place.View]));
        var verification = new Verification(query);
        return consistent.Kept.ToDictionary(
            candidate => candidate.Place,
            candidate => verification.Check(snapshot.Segments[candidate.Place.Segment].Views[candidate.Place.View], [.. matchesOf[candidate.Place]]));
    }

    /// <summary>The cosines of the nearest layouts, and of those of the views that were checked already.</summary>
    private Dictionary<ViewPlace, float> CompareLayouts(ImageQuery query, IReadOnlyCollection<ViewPlace> also, ParallelOptions parallel)
    {
        var bySigns = EachSegment(BySigns, parallel, (s, best) =>
        {
            var views = snapshot.Segments[s].Views;
            var signs = snapshot.Segments[s].LayoutBits;
            for (var view = 0; view < views.Length; view++)
                if (allowed[s][views[view].Document])
                    best.Add(new ViewPlace(s, view), -PackedLayout.Differing(query.LayoutSigns, signs.Slice(view * PackedLayout.SignWords, PackedLayout.SignWords)));
        });
        var nearest = new TopViews(snapshot, ByLayout);
        foreach (var (place, _) in bySigns.Kept)
            nearest.Add(place, CosineOf(place));
        return nearest.Kept.Select(candidate => candidate.Place).Concat(also).Distinct().ToDictionary(place => place, CosineOf);

        float CosineOf(ViewPlace place) => snapshot.Segments[place.Segment].CosineOf(place.View, query.Layout);
    }

    private IEnumerable<ViewPlace> NearestByEmbedding(ImageQuery query, ParallelOptions parallel) => embedder is null || query.Embedding.Length == 0
        ? []
        : EachSegment(ByEmbeddings, parallel, (s, best) =>
        {
            var views = snapshot.Segments[s].Views;
            for (var view = 0; view < views.Length; view++)
                if (allowed[s][views[view].Document])
                    best.Add(new ViewPlace(s, view), (float)Embeddings.Cosine(query.Embedding, snapshot.Segments[s].EmbeddingOf(view)));
        }).Kept.Select(candidate => candidate.Place);

    private double ByEmbedding(ImageQuery query, ViewPlace place) => embedder is null
        ? 0
        : embedder.Probability(Embeddings.Cosine(query.Embedding, snapshot.Segments[place.Segment].EmbeddingOf(place.View)));

    private TopViews EachSegment(int most, ParallelOptions parallel, Action<int, TopViews> act)
    {
        var best = new TopViews[snapshot.Segments.Count];
        AtOnce.Do(best.Length, parallel, s => act(s, best[s] = new TopViews(snapshot, most)));
        var all = new TopViews(snapshot, most);
        foreach (var inSegment in best)
            all.AddAll(inSegment);
        return all;
    }

    private sealed record Scored(DocumentPlace Document, double Score, ViewMatch Match);
}
