namespace IpCenter.Search.Index;

/// <summary>
/// The documents that a viewer may find, worked out before anything is looked for: all ranking, counting and stopping happens among
/// them, so that what is hidden changes nothing.
/// </summary>
internal sealed class VisibleDocuments
{
    private readonly Snapshot _snapshot;
    private readonly bool[][] _visible;
    private readonly Dictionary<string, DocumentFields> _read = [];

    private VisibleDocuments(Snapshot snapshot, bool[][] visible) =>
        (_snapshot, _visible, Count) = (snapshot, visible, visible.Sum(segment => segment.Count(v => v)));

    public int Count { get; }

    /// <summary>Ids in no particular order.</summary>
    public IEnumerable<string> Ids => Places.Select(place => _snapshot.Segments[place.Segment].Documents.Name(place.Document));

    public IEnumerable<DocumentPlace> Places => _visible.SelectMany((segment, s) =>
        Enumerable.Range(0, segment.Length).Where(document => segment[document]).Select(document => new DocumentPlace(s, document)));

    /// <summary>All fields of a visible document.</summary>
    public DocumentFields this[string id] => _read.TryGetValue(id, out var known) ? known : _read[id] = Read(_snapshot.Find(id)!.Value);

    public static VisibleDocuments To(IReadOnlyCollection<string> audiences, Snapshot snapshot, string? excludedId)
    {
        var names = audiences.ToHashSet();
        var visible = snapshot.Segments.Select((segment, s) =>
        {
            bool[] admitted = [.. segment.Documents.AudienceSets.Select(set => set.Any(names.Contains))];
            var sets = segment.Documents.AudienceSetOf;
            var deleted = snapshot.Deleted[s];
            var documents = new bool[sets.Length];
            for (var document = 0; document < documents.Length; document++)
                documents[document] = admitted[sets[document]] && !deleted[document];
            return documents;
        }).ToArray();
        if (excludedId is not null && snapshot.Find(excludedId) is { } excluded)
            visible[excluded.Segment][excluded.Document] = false;
        return new VisibleDocuments(snapshot, visible);
    }

    public bool Contains(DocumentPlace place) => _visible[place.Segment][place.Document];

    public bool Contains(string id) => _snapshot.Find(id) is { } place && Contains(place);

    /// <summary>By segment and document, whether a document is visible and passes the filters of a query and is among those found by words.</summary>
    public bool[][] Narrow(SearchQuery query, IReadOnlyCollection<string>? among)
    {
        var narrowed = _visible.Select(segment => segment.ToArray()).ToArray();
        if (among is not null)
        {
            narrowed = [.. _visible.Select(segment => new bool[segment.Length])];
            foreach (var place in among.Select(_snapshot.Find).OfType<DocumentPlace>())
                narrowed[place.Segment][place.Document] = true;
        }
        if (query.AmongIds is { } ids)
            narrowed = Only(ids, narrowed);
        for (var s = 0; s < narrowed.Length; s++)
            Narrow(narrowed[s], _snapshot.Segments[s].Documents, query);
        return narrowed;
    }

    private bool[][] Only(IReadOnlyCollection<string> ids, bool[][] documents)
    {
        bool[][] only = [.. documents.Select(segment => new bool[segment.Length])];
        foreach (var place in ids.Select(_snapshot.Find).OfType<DocumentPlace>())
            only[place.Segment][place.Document] = documents[place.Segment][place.Document];
        return only;
    }

    private static void Narrow(bool[] documents, DocumentColumns columns, SearchQuery query)
    {
        if (query.From is not null || query.To is not null)
        {
            var (from, to) = (query.From?.DayNumber ?? int.MinValue, query.To?.DayNumber ?? int.MaxValue);
            var dates = columns.Dates;
            for (var document = 0; document < documents.Length; document++)
                documents[document] &= dates[document] != DocumentColumns.NoDate && dates[document] >= from && dates[document] <= to;
        }
        foreach (var (facet, values) in query.Facets.Where(facet => facet.Value.Count > 0))
        {
            bool[] wanted = [.. columns.FacetValues.Select(entry => entry.Facet == facet && values.Contains(entry.Value))];
            for (var document = 0; document < documents.Length; document++)
                documents[document] = documents[document] && Has(columns.FacetsOf(document), wanted);
        }
    }

    private static bool Has(ReadOnlySpan<int> facets, bool[] wanted)
    {
        foreach (var entry in facets)
            if (wanted[entry])
                return true;
        return false;
    }

    /// <summary>Ids of the visible documents of a range of days, both ends included.</summary>
    public IEnumerable<string> Between(DateOnly? from, DateOnly? to)
    {
        var (first, last) = (from?.DayNumber ?? int.MinValue + 1, to?.DayNumber ?? int.MaxValue);
        return Places
            .Where(place => _snapshot.Segments[place.Segment].Documents.Dates[place.Document] is var day && day >= first && day <= last)
            .Select(place => _snapshot.Segments[place.Segment].Documents.Name(place.Document));
    }

    private DocumentFields Read(DocumentPlace place) => _snapshot.Segments[place.Segment].Documents.Stored(place.Document);
}
