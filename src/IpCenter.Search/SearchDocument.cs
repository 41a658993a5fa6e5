namespace IpCenter.Search;

/// <summary>Something that can be found: by its words, its pictures, or both.</summary>
public sealed record SearchDocument
{
    /// <summary>The host's key; adding another document of the same key replaces it.</summary>
    public required string Id { get; init; }

    /// <summary>Who may find it, as names that only the host understands. A viewer who shares none learns nothing of it.</summary>
    public required IReadOnlyList<string> Audiences { get; init; }

    /// <summary>What it is called; weighs most among the words.</summary>
    public string Title { get; init; } = "";

    /// <summary>Further texts by field: <c>use</c>, <c>brief</c>, <c>number</c>, <c>owner</c>.</summary>
    public IReadOnlyDictionary<string, string> Text { get; init; } = new Dictionary<string, string>();

    /// <summary>Values to narrow by and to count: class, owner, status, kind, year.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The day that a range of dates asks for and that breaks ties, the newer first.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Its pictures.</summary>
    public IReadOnlyList<SearchView> Views { get; init; } = [];
}

/// <summary>A picture of a document.</summary>
/// <param name="Id">The host's key of the picture.</param>
/// <param name="Features">As <see cref="FeatureExtractor"/> took them.</param>
public sealed record SearchView(string Id, ViewFeatures Features);

/// <summary>A document that came, changed or went.</summary>
public sealed record IndexChange
{
    private IndexChange(string id, SearchDocument? document) => (Id, Document) = (id, document);

    /// <summary>The document's key.</summary>
    public string Id { get; }

    /// <summary>The document as it is now; <c>null</c> when it is gone.</summary>
    public SearchDocument? Document { get; }

    /// <summary>Adds a document or replaces the one of the same key.</summary>
    public static IndexChange Upsert(SearchDocument document) => new(document.Id, document);

    /// <summary>Removes a document; one that is not there is no error.</summary>
    public static IndexChange Delete(string id) => new(id, null);
}
