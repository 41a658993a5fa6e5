namespace IpCenter.Search.Index;

/// <summary>A document with its views quantised.</summary>
internal sealed record StoredDocument(DocumentFields Fields, IReadOnlyList<IndexedView> Views)
{
    public static StoredDocument Of(SearchDocument document) => new(
        new DocumentFields(
            document.Id,
            [.. document.Audiences.Order(StringComparer.Ordinal)],
            document.Title,
            document.Text.ToDictionary(),
            document.Facets.ToDictionary(f => f.Key, f => f.Value.ToArray()),
            document.Date),
        [.. document.Views.Select(IndexedView.Of)]);
}

/// <summary>Everything of a document but its pictures.</summary>
internal sealed record DocumentFields(
    string Id, string[] Audiences, string Title, Dictionary<string, string> Text, Dictionary<string, string[]> Facets, DateOnly? Date);
