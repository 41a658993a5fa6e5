namespace IpCenter.Search;

/// <summary>What somebody looks for. Words, pictures and filters are combined: a hit satisfies all that are given.</summary>
public sealed record SearchQuery
{
    /// <summary>The audiences of the viewer: documents that share none do not exist for this query.</summary>
    public required IReadOnlyCollection<string> Audiences { get; init; }

    /// <summary>Words in Lucene's classic query syntax.</summary>
    public string? Words { get; init; }

    /// <summary>Pictures of the product looked for; a hit resembles at least one.</summary>
    public IReadOnlyList<ViewFeatures> Images { get; init; } = [];

    /// <summary>By facet, the values of which a document must have one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A document that is not looked for: the one that asks.</summary>
    public string? ExcludeId { get; init; }

    /// <summary>The only documents that are looked at, whether they are there or not; <c>null</c> for all.</summary>
    public IReadOnlyCollection<string>? AmongIds { get; init; }

    /// <summary>With pictures, hits that are the same product less probably are left out, 0 to 1; without pictures it means nothing.</summary>
    public double LeastProbability { get; init; }

    /// <summary>What comes first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Hits to leave out before the first one shown.</summary>
    public int Skip { get; init; }

    /// <summary>Hits to give.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>The order of hits. Ties are broken by the other of the two.</summary>
public enum SearchOrder
{
    /// <summary>What fits best first.</summary>
    Best,

    /// <summary>The latest day first; documents without one last.</summary>
    Newest,
}

/// <summary>What was found.</summary>
/// <param name="Hits">In the order of the query.</param>
/// <param name="Total">All hits, also those not given.</param>
/// <param name="Facets">By facet, each value with the number of hits that have it, the most frequent first.</param>
/// <param name="Problem">Why the words could not be read; then there are no hits.</param>
public sealed record SearchResult(
    IReadOnlyList<SearchHit> Hits,
    int Total,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    QueryProblem? Problem = null);

/// <summary>A value of a facet and how many hits have it.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>What is wrong with the words of a query.</summary>
/// <param name="Code">Key of the message: <c>unbalanced</c>, <c>unfinished-phrase</c>, <c>missing-term</c>, <c>unknown-field</c>, <c>bad-range</c>, <c>too-long</c>, <c>too-many</c> terms, <c>too-many-patterns</c>, <c>too-deep</c>.</param>
/// <param name="Position">Where, counted in characters from 0.</param>
/// <param name="Length">How many characters are meant.</param>
public sealed record QueryProblem(string Code, int Position, int Length);

/// <summary>One document found.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="ViewId">The picture that resembles the query's most; <c>null</c> without pictures in the query.</param>
/// <param name="Score">For ordering only.</param>
/// <param name="Probability">That it is the same product, 0 to 1, by the better half of the query's pictures; <c>null</c> without pictures in the query.</param>
/// <param name="MatchingImages">Of the query's pictures, how many resemble one of the document's.</param>
/// <param name="AgreeingPlaces">Places of the two pictures that agree on one placement of the product; 0 when only the layout of the whole did.</param>
/// <param name="QueryRegion">What agrees, on the query's picture; <c>null</c> when only the layout did.</param>
/// <param name="ViewRegion">What agrees, on the document's picture.</param>
/// <param name="Mirrored">The one is the mirror image of the other.</param>
/// <param name="QueryImage">Which of the query's pictures matched best, from 0.</param>
public sealed record SearchHit(
    string DocumentId,
    string? ViewId,
    double Score,
    double? Probability,
    int MatchingImages,
    int AgreeingPlaces,
    MatchRegion? QueryRegion,
    MatchRegion? ViewRegion,
    bool Mirrored,
    int QueryImage)
{
    /// <summary>By field (<c>title</c>, <c>use</c>, <c>brief</c>, <c>number</c>, <c>owner</c>) what its words met; fields without are not there.</summary>
    public IReadOnlyDictionary<string, Highlight> Highlights { get; init; } = new Dictionary<string, Highlight>();
}

/// <summary>A box on a picture, relative to its width and height, 0 to 1.</summary>
public sealed record MatchRegion(double X, double Y, double Width, double Height);
