using IpCenter.Search.Features;
using IpCenter.Search.Index;

namespace IpCenter.Search.Matching;

/// <summary>How a view of a document fits a picture of the query.</summary>
/// <param name="View">Counted in its segment.</param>
/// <param name="Probability">That it is the same product, 0 to 1.</param>
/// <param name="QueryRegion">What agrees, on the query's picture; <c>null</c> when only the layout did.</param>
/// <param name="ViewRegion">What agrees, on the view.</param>
/// <param name="Mirrored">The one is the mirror image of the other.</param>
/// <param name="QueryImage">Which of the query's pictures it is.</param>
internal sealed record ViewMatch(
    int View, double Probability, MatchRegion? QueryRegion, MatchRegion? ViewRegion, bool Mirrored, int QueryImage);

/// <summary>
/// Searches with pictures: votes, geometric check and layout for each picture and its mirror image; the best view speaks for its
/// document. Candidates are chosen over all segments together, so that an answer does not depend on how documents lie in them.
/// </summary>
internal sealed class ImageSearch(Snapshot snapshot, bool[][] allowed)
{
    /// <summary>Views whose votes are looked at for consistency, and of these those that are checked in full.</summary>
    private const int ByVotes = 400, ByConsistency = 60;

    /// <summary>Views of which the signs of the layout agree most, and of these those whose layout alone is enough to be looked at.</summary>
    private const int BySigns = 300, ByLayout = 40;

    /// <summary>Below this a document is no hit.</summary>
    private const double LeastProbability = 0.01;

    public List<FoundDocument> Find(IReadOnlyList<ViewFeatures> images, CancellationToken cancellation)
    {
        var variants = new (int Image, bool Mirrored)[2 * images.Count];
        for (var v = 0; v < variants.Length; v++)
            variants[v] = (v / 2, v % 2 == 1);
        var found = new List<Scored>[variants.Length];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, variants.Length, parallel, v =>
            found[v] = Find(new ImageQuery(images[variants[v].Image], variants[v].Image, variants[v].Mirrored), parallel));
        var best = new Dictionary<DocumentPlace, FoundDocument>();
        foreach (var scored in found.SelectMany(variant => variant))
            if (!best.TryGetValue(scored.Document, out var known) || scored.Score > known.Score)
                best[scored.Document] = new FoundDocument(scored.Document, scored.Score, scored.Match);
        return [.. best.Values];
    }

    private List<Scored> Find(ImageQuery query, ParallelOptions parallel)
    {
        var verified = Verify(query, parallel);
        var found = new List<Scored>();
        foreach (var (place, cosine) in CompareLayouts(query, verified.Keys, parallel))
        {
            var segment = snapshot.Segments[place.Segment];
            var geometry = verified.GetValueOrDefault(place, Verified.Nothing);
            var probability = Calibration.Together(Calibration.OfFeatures(geometry), Calibration.OfLayout(cosine));
            if (probability < LeastProbability)
                continue;
            // Beyond certainty the number of agreeing features still orders the hits.
            var score = probability + 0.01 * geometry.Inliers + 0.001 * cosine;
            found.Add(new Scored(
                new DocumentPlace(place.Segment, segment.Views[place.View].Document), score,
                new ViewMatch(place.View, probability, geometry.QueryRegion, geometry.ViewRegion, query.Mirrored, query.Image)));
        }
        return found;
    }

    private Dictionary<ViewPlace, Verified> Verify(ImageQuery query, ParallelOptions parallel)
    {
        var votes = new Votes[snapshot.Segments.Count];
        Parallel.For(0, votes.Length, parallel, s => votes[s] = Votes.Collect(query, snapshot.Segments[s], allowed[s], parallel.CancellationToken));
        var candidates = Best(ByVotes, votes.SelectMany((segment, s) => Positive(s, segment.Scores)));
        var matchesOf = candidates.ToDictionary(candidate => candidate.Place, _ => new List<Match>());
        foreach (var bySegment in candidates.GroupBy(candidate => candidate.Place.Segment))
        {
            var lists = bySegment.ToDictionary(candidate => candidate.Place.View, candidate => matchesOf[candidate.Place]);
            foreach (var match in votes[bySegment.Key].Matches)
                if (lists.TryGetValue(match.View, out var list))
                    list.Add(match);
        }
        var consistent = Best(ByConsistency, matchesOf.Select(candidate => (
            candidate.Key, Consistency.Score(query, [.. candidate.Value]) * Votes.ForSize(snapshot.Segments[candidate.Key.Segment].Views[candidate.Key.View]))));
        var verification = new Verification(query);
        return consistent.ToDictionary(
            candidate => candidate.Place,
            candidate => verification.Check(snapshot.Segments[candidate.Place.Segment].Views[candidate.Place.View], [.. matchesOf[candidate.Place]]));
    }

    /// <summary>The cosines of the nearest layouts, and of those of the views that were checked already.</summary>
    private Dictionary<ViewPlace, float> CompareLayouts(ImageQuery query, IEnumerable<ViewPlace> also, ParallelOptions parallel)
    {
        var agreeing = new List<(ViewPlace, float)>[snapshot.Segments.Count];
        Parallel.For(0, agreeing.Length, parallel, s => agreeing[s] = NearestBySigns(query, s));
        var nearest = Best(BySigns, agreeing.SelectMany(segment => segment)).Select(candidate => candidate.Place);
        var cosines = nearest.Concat(also).Distinct().ToDictionary(place => place, place => snapshot.Segments[place.Segment].CosineOf(place.View, query.Layout));
        var kept = Best(ByLayout, cosines.Select(entry => (entry.Key, entry.Value))).Select(candidate => candidate.Place).Concat(also).ToHashSet();
        return cosines.Where(entry => kept.Contains(entry.Key)).ToDictionary();
    }

    private List<(ViewPlace, float)> NearestBySigns(ImageQuery query, int s)
    {
        var views = snapshot.Segments[s].Views;
        var signs = snapshot.Segments[s].LayoutBits;
        var differing = new int[views.Length];
        var counts = new int[Layout.Length + 2];
        for (var view = 0; view < views.Length; view++)
        {
            differing[view] = allowed[s][views[view].Document] ? PackedLayout.Differing(query.LayoutSigns, signs.Slice(view * PackedLayout.SignWords, PackedLayout.SignWords)) : Layout.Length + 1;
            counts[differing[view]]++;
        }
        var (limit, within) = (0, counts[0]);
        while (limit < Layout.Length && within < BySigns)
            within += counts[++limit];
        var nearest = new List<(ViewPlace, float)>();
        for (var view = 0; view < differing.Length; view++)
            if (differing[view] <= limit)
                nearest.Add((new ViewPlace(s, view), Layout.Length - differing[view]));
        return nearest;
    }

    private static IEnumerable<(ViewPlace, float)> Positive(int segment, float[] scores)
    {
        for (var view = 0; view < scores.Length; view++)
            if (scores[view] > 0)
                yield return (new ViewPlace(segment, view), scores[view]);
    }

    /// <summary>The best, equally good ones in the order of their documents' hashes: the same in every order of segments.</summary>
    private List<(ViewPlace Place, float Score)> Best(int count, IEnumerable<(ViewPlace Place, float Score)> scores)
    {
        List<(ViewPlace Place, float Score)> all = [.. scores];
        if (all.Count > count)
        {
            var least = all.Select(entry => entry.Score).OrderDescending().ElementAt(count - 1);
            all.RemoveAll(entry => entry.Score < least);
        }
        all.Sort((one, other) =>
        {
            var byScore = other.Score.CompareTo(one.Score);
            return byScore != 0 ? byScore : (HashOf(one.Place), one.Place.View).CompareTo((HashOf(other.Place), other.Place.View));
        });
        return all.Count > count ? all[..count] : all;
    }

    private ulong HashOf(ViewPlace place)
    {
        var segment = snapshot.Segments[place.Segment];
        return segment.Documents.Hashes[segment.Views[place.View].Document];
    }

    private readonly record struct ViewPlace(int Segment, int View);

    private sealed record Scored(DocumentPlace Document, double Score, ViewMatch Match);
}
