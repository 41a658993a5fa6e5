using IpCenter.Search.Index;
using IpCenter.Search.Matching;
using IpCenter.Search.Text;

namespace IpCenter.Search;

/// <summary>One question to one snapshot.</summary>
internal sealed class IndexReader(Snapshot snapshot, Synonyms synonyms, IImageEmbedder? embedder)
{
    private static readonly Dictionary<string, IReadOnlyList<FacetCount>> NoFacets = [];

    /// <summary>Documents whose words were weighed: the same whatever the index holds that the viewer may not find.</summary>
    public long Weighed { get; private set; }

    public SearchResult Search(SearchQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit);
        var (words, problem) = QueryParser.Read(query.Words);
        if (problem is not null)
            return new SearchResult([], 0, NoFacets, problem);
        var visible = VisibleDocuments.To(query.Audiences, snapshot, query.ExcludeId);
        Matches? byWords = null;
        if (words is not null)
        {
            var search = new TextSearch(snapshot, synonyms, visible, cancellation);
            byWords = search.Evaluate(words);
            Weighed = search.Weighed;
        }
        cancellation.ThrowIfCancellationRequested();
        var allowed = visible.Narrow(query, byWords);
        var ranking = new Ranking(snapshot, query.Order, query.Skip, query.Limit);
        var found = query.Images.Count > 0
            ? ranking.Of(FindPictures(query, allowed, visible, cancellation))
            : ranking.Of(allowed, byWords);
        var highlighter = words is null ? null : new Highlighter(words, synonyms);
        return new SearchResult([.. found.Page.Select(document => ToHit(document, highlighter))], found.Total, found.Facets);
    }

    public IReadOnlyList<string> Suggest(string typed, IReadOnlyCollection<string> audiences, int limit) =>
        new TitleSuggestions(snapshot, VisibleDocuments.To(audiences, snapshot, null)).Find(typed.Trim(), limit);

    private List<FoundDocument> FindPictures(SearchQuery query, bool[][] allowed, VisibleDocuments visible, CancellationToken cancellation)
    {
        var found = new ImageSearch(snapshot, allowed, visible.CountViews(), embedder).Find(query.Images, cancellation);
        found.RemoveAll(document => document.Match?.Probability < query.LeastProbability);
        return found;
    }

    private SearchHit ToHit(FoundDocument found, Highlighter? highlighter)
    {
        var segment = snapshot.Segments[found.Place.Segment];
        var id = segment.Documents.Name(found.Place.Document);
        var hit = found.Match is not { Best: { } pair } match
            ? new SearchHit(id, null, found.Score, null, 0, 0, null, null, Mirrored: false, 0)
            : new SearchHit(
                id, segment.ViewName(pair.View), found.Score, match.Probability, match.Images,
                pair.Agreeing, pair.QueryRegion, pair.ViewRegion, pair.Mirrored, pair.QueryImage);
        if (highlighter is null)
            return hit;
        var fields = segment.Documents.Stored(found.Place.Document);
        return hit with { Highlights = highlighter.In(field => TextFields.TextOf(fields, field)) };
    }
}

/// <summary>A document found, before its texts are read.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Score">For ordering only.</param>
/// <param name="Match">How its pictures fit; <c>null</c> without pictures in the query.</param>
internal readonly record struct FoundDocument(DocumentPlace Place, double Score, ProductMatch? Match);
