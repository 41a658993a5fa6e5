namespace IpCenter.Search.Tests.Drawing;

/// <summary>An index in a folder of its own, which can be closed, damaged and opened again.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly IReadOnlyList<IReadOnlyList<string>>? _synonyms;

    public TemporaryIndex(IReadOnlyList<IReadOnlyList<string>>? synonyms = null)
    {
        _synonyms = synonyms;
        Index = SearchIndex.Open(Folder, synonyms);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ipcenter-index-").FullName;

    public SearchIndex Index { get; private set; }

    /// <summary>Files of the index of a name or pattern, in their order.</summary>
    public IReadOnlyList<string> Files(string pattern) => [.. Directory.GetFiles(Folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Closes it, lets something happen to its files, and opens it again.</summary>
    public SearchIndex Reopen(Action<string>? meanwhile = null)
    {
        Index.Dispose();
        meanwhile?.Invoke(Folder);
        return Index = SearchIndex.Open(Folder, _synonyms);
    }

    /// <summary>Adds documents one commit each, the position counting on.</summary>
    public TemporaryIndex With(params IEnumerable<SearchDocument> documents)
    {
        foreach (var document in documents)
            Index.Apply([IndexChange.Upsert(document)], Index.Position + 1);
        return this;
    }

    public SearchResult Ask(string? words = null, ViewFeatures? picture = null, params IReadOnlyList<string> audiences) => Index.Search(
        new SearchQuery { Audiences = audiences.Count == 0 ? ["public"] : audiences, Words = words, Images = picture is null ? [] : [picture], Limit = 100 },
        CancellationToken.None);

    public IReadOnlyList<string> Ids(string? words = null) => [.. Ask(words).Hits.Select(h => h.DocumentId)];

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
