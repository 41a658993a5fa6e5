using IpCenter.Search.Text;

namespace IpCenter.Search.Index;

/// <summary>
/// The documents that a viewer may find, worked out before anything is looked for: all ranking, counting and stopping happens among
/// them, so that what is hidden changes nothing.
/// </summary>
internal sealed class VisibleDocuments
{
    private readonly Snapshot _snapshot;
    private readonly bool[][] _visible;

    private VisibleDocuments(Snapshot snapshot, bool[][] visible) =>
        (_snapshot, _visible, Count) = (snapshot, visible, visible.Sum(segment => segment.AsSpan().Count(true)));

    public int Count { get; }

    /// <summary>By document of a segment, whether it is visible.</summary>
    public bool[] this[int segment] => _visible[segment];

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

    /// <summary>Views of the visible documents.</summary>
    public int CountViews()
    {
        var count = 0;
        for (var s = 0; s < _visible.Length; s++)
        {
            var visible = _visible[s];
            foreach (ref readonly var view in _snapshot.Segments[s].Views)
                count += visible[view.Document] ? 1 : 0;
        }
        return count;
    }

    /// <summary>By segment and document, whether a document is visible and passes the filters of a query and is among those found by words.</summary>
    public bool[][] Narrow(SearchQuery query, Matches? among)
    {
        var narrowed = _visible.Select((segment, s) => among is null ? [.. segment] : Found(segment.Length, among[s])).ToArray();
        if (query.AmongIds is { } ids)
            narrowed = Only(ids, narrowed);
        for (var s = 0; s < narrowed.Length; s++)
            Narrow(narrowed[s], _snapshot.Segments[s].Documents, query);
        return narrowed;
    }

    /// <summary>All of them, equally well.</summary>
    public Matches All()
    {
        var all = new Matches(_visible.Length);
        for (var s = 0; s < _visible.Length; s++)
        {
            var (visible, scores) = (_visible[s], all[s] = new float[_visible[s].Length]);
            for (var document = 0; document < scores.Length; document++)
                scores[document] = visible[document] ? 0 : Matches.None;
        }
        return all;
    }

    /// <summary>Those of a range of days, both ends included.</summary>
    public Matches Between(DateOnly? from, DateOnly? to)
    {
        var (first, last) = (from?.DayNumber ?? 0, to?.DayNumber ?? int.MaxValue);
        var those = new Matches(_visible.Length);
        for (var s = 0; s < _visible.Length; s++)
        {
            var dates = _snapshot.Segments[s].Documents.Dates;
            var (visible, scores) = (_visible[s], those[s] = new float[_visible[s].Length]);
            for (var document = 0; document < scores.Length; document++)
                scores[document] = visible[document] && dates[document] >= first && dates[document] <= last ? 0 : Matches.None;
        }
        return those;
    }

    private static bool[] Found(int documents, float[]? scores)
    {
        var found = new bool[documents];
        for (var document = 0; scores is not null && document < documents; document++)
            found[document] = scores[document] >= 0;
        return found;
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
            var starts = columns.FacetStarts;
            var ordinals = columns.FacetOrdinals;
            for (var document = 0; document < documents.Length; document++)
                documents[document] = documents[document] && Has(ordinals[starts[document]..starts[document + 1]], wanted);
        }
    }

    private static bool Has(ReadOnlySpan<int> facets, bool[] wanted)
    {
        foreach (var entry in facets)
            if (wanted[entry])
                return true;
        return false;
    }
}
