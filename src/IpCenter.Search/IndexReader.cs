using IpCenter.Search.Index;
using IpCenter.Search.Matching;
using IpCenter.Search.Text;

namespace IpCenter.Search;

/// <summary>One question to one snapshot.</summary>
internal sealed class IndexReader(Snapshot snapshot, TextIndex text, Synonyms synonyms, IImageEmbedder? embedder)
{
    private static readonly Dictionary<string, IReadOnlyList<FacetCount>> NoFacets = [];

    public SearchResult Search(SearchQuery query, CancellationToken cancellation)
    {
        var visible = VisibleDocuments.To(query.Audiences, snapshot, query.ExcludeId);
        Dictionary<string, double>? byWords = null;
        if (!string.IsNullOrWhiteSpace(query.Words))
        {
            try
            {
                if (QueryParser.Parse(query.Words, TextIndex.Fields.ToHashSet()) is { } node)
                    byWords = new TextSearch(text, synonyms, visible).Evaluate(node);
            }
            catch (QuerySyntaxException e)
            {
                return new SearchResult([], 0, NoFacets, e.Problem);
            }
        }
        cancellation.ThrowIfCancellationRequested();
        var allowed = visible.Narrow(query, byWords?.Keys);
        var found = query.Images.Count > 0
            ? new ImageSearch(snapshot, allowed, embedder).Find(query.Images, cancellation)
            : WithoutImages(allowed, byWords);
        found.RemoveAll(document => document.Match?.Probability < query.LeastProbability);
        found.Sort((one, other) => Compare(one, other, query.Order));
        return new SearchResult([.. found.Skip(query.Skip).Take(query.Limit).Select(ToHit)], found.Count, Facets(found));
    }

    public IReadOnlyList<string> Suggest(string typed, IReadOnlyCollection<string> audiences, int limit)
    {
        var wanted = typed.Trim();
        return wanted.Length == 0 ? [] : [.. VisibleDocuments.To(audiences, snapshot, null).Places
            .Select(place => snapshot.Segments[place.Segment].Documents.Title(place.Document))
            .Where(title => title.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .OrderBy(title => title.IndexOf(wanted, StringComparison.OrdinalIgnoreCase)).ThenBy(title => title, StringComparer.Ordinal)
            .Take(limit)];
    }

    private List<FoundDocument> WithoutImages(bool[][] allowed, Dictionary<string, double>? byWords)
    {
        List<FoundDocument> found = [];
        if (byWords is not null)
        {
            foreach (var (id, score) in byWords)
                if (snapshot.Find(id) is { } place && allowed[place.Segment][place.Document])
                    found.Add(new FoundDocument(place, score, null));
            return found;
        }
        for (var s = 0; s < allowed.Length; s++)
            for (var document = 0; document < allowed[s].Length; document++)
                if (allowed[s][document])
                    found.Add(new FoundDocument(new DocumentPlace(s, document), 0, null));
        return found;
    }

    // By score and day; the rest by a hash of the id, which is the same in every order of segments.
    private int Compare(FoundDocument one, FoundDocument other, SearchOrder order)
    {
        var (ones, others) = (snapshot.Segments[one.Place.Segment].Documents, snapshot.Segments[other.Place.Segment].Documents);
        var byScore = other.Score.CompareTo(one.Score);
        var byDate = others.Dates[other.Place.Document].CompareTo(ones.Dates[one.Place.Document]);
        var (first, second) = order == SearchOrder.Newest ? (byDate, byScore) : (byScore, byDate);
        return first != 0 ? first
            : second != 0 ? second
            : ones.Hashes[one.Place.Document].CompareTo(others.Hashes[other.Place.Document]);
    }

    private SearchHit ToHit(FoundDocument found)
    {
        var segment = snapshot.Segments[found.Place.Segment];
        var id = segment.Documents.Name(found.Place.Document);
        return found.Match is not { } match
            ? new SearchHit(id, null, found.Score, null, 0, null, null, Mirrored: false, 0)
            : new SearchHit(id, segment.ViewName(match.View), found.Score, match.Probability, match.Agreeing, match.QueryRegion, match.ViewRegion, match.Mirrored, match.QueryImage);
    }

    private Dictionary<string, IReadOnlyList<FacetCount>> Facets(List<FoundDocument> found)
    {
        var counts = new Dictionary<FacetValue, int>();
        foreach (var inSegment in found.GroupBy(document => document.Place.Segment))
        {
            var columns = snapshot.Segments[inSegment.Key].Documents;
            var here = new int[columns.FacetValues.Count];
            foreach (var document in inSegment)
                foreach (var entry in columns.FacetsOf(document.Place.Document))
                    here[entry]++;
            for (var entry = 0; entry < here.Length; entry++)
                if (here[entry] > 0)
                    counts[columns.FacetValues[entry]] = counts.GetValueOrDefault(columns.FacetValues[entry]) + here[entry];
        }
        return counts.GroupBy(count => count.Key.Facet).ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)[.. facet
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Value, StringComparer.Ordinal)
                .Select(count => new FacetCount(count.Key.Value, count.Value))]);
    }
}

/// <summary>A document found, before its texts are read.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Score">For ordering only.</param>
/// <param name="Match">How its pictures fit; <c>null</c> without pictures in the query.</param>
internal readonly record struct FoundDocument(DocumentPlace Place, double Score, ViewMatch? Match);
