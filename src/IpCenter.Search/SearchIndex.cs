using IpCenter.Search.Index;
using IpCenter.Search.Matching;
using IpCenter.Search.Text;

namespace IpCenter.Search;

/// <summary>
/// The index directory: immutable segments, a manifest that is swapped atomically, the words beside them. Derived from the
/// host's change feed: <see cref="Position"/> is how far it has read. Safe for concurrent readers; one writer at a time.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>From so many segments on they are merged into one.</summary>
    private const int MergeAt = 10;

    private readonly string _directory;
    private readonly TextIndex _text;
    private readonly Lock _writing = new();
    private volatile Snapshot _snapshot;

    private readonly Synonyms _synonyms;

    private SearchIndex(string directory, TextIndex text, Synonyms synonyms, Snapshot snapshot) =>
        (_directory, _text, _synonyms, _snapshot) = (directory, text, synonyms, snapshot);

    /// <summary>How far in the host's change feed the index has come; 0 for an empty one.</summary>
    public long Position => _snapshot.Manifest.Position;

    /// <summary>Documents that can be found by somebody.</summary>
    public int Count => _snapshot.Documents.Count;

    /// <summary>Segments that a search reads; they are merged into one when there are many.</summary>
    public int SegmentCount => _snapshot.Segments.Count;

    /// <summary>Why the directory that was there could not be used and an empty index was begun; <c>null</c> when it could.</summary>
    public string? Damage { get; private init; }

    /// <summary>
    /// Opens a directory at its last commit. One that is damaged, or was made with other features, is emptied: its position is
    /// then 0, and the host's feed fills it again.
    /// </summary>
    /// <param name="directory">Made when it does not exist; the index alone writes in it.</param>
    /// <param name="synonyms">Groups of words that a query treats as one; they are used when searching and not stored.</param>
    public static SearchIndex Open(string directory, IReadOnlyList<IReadOnlyList<string>>? synonyms = null)
    {
        Directory.CreateDirectory(directory);
        string? damage = null;
        Snapshot snapshot;
        try
        {
            snapshot = Snapshot.Load(directory, Manifest.Read(directory));
        }
        catch (IndexDamagedException e)
        {
            damage = e.Message;
            foreach (var file in Directory.GetFiles(directory))
                File.Delete(file);
            snapshot = Snapshot.Load(directory, null);
        }
        var text = TextIndex.Open(directory);
        if (text.Position != snapshot.Manifest.Position)
        {
            text.Clear();
            text.Apply([.. snapshot.Documents.Values.Select(d => (d.Id, (DocumentFields?)d))], snapshot.Manifest.Position);
        }
        return new SearchIndex(directory, text, synonyms is null ? Synonyms.None : new Synonyms(synonyms), snapshot) { Damage = damage };
    }

    /// <summary>Applies changes and commits them at a position of the feed: all or nothing, also when the process is killed.</summary>
    public void Apply(IReadOnlyList<IndexChange> changes, long position)
    {
        lock (_writing)
        {
            var last = changes.GroupBy(c => c.Id).Select(g => g.Last()).ToList();
            var next = _snapshot.With([.. last.Where(c => c.Document is not null).Select(c => StoredDocument.Of(c.Document!))], last.Select(c => c.Id).ToHashSet(), position, _directory);
            next.Manifest.Write(_directory);
            // Killed here, the words are behind the manifest: the next opening fills them again.
            _text.Apply([.. last.Select(c => (c.Id, c.Document is null ? null : next.Documents[c.Id]))], position);
            _snapshot = next;
            if (next.Segments.Count >= MergeAt)
                Merge();
        }
    }

    /// <summary>Empties the index; the feed fills it from the start.</summary>
    public void Clear()
    {
        lock (_writing)
        {
            var empty = Snapshot.Load(_directory, null);
            empty.Manifest.Write(_directory);
            _text.Clear();
            _text.Apply([], 0);
            _snapshot = empty;
            RemoveUnused(empty);
        }
    }

    /// <summary>Reads every file again and compares checksums and counts; the problems found, none when all is well.</summary>
    public IReadOnlyList<string> Verify()
    {
        List<string> problems = [];
        var snapshot = _snapshot;
        foreach (var segment in snapshot.Segments)
        {
            try
            {
                SegmentFile.Read(Path.Combine(_directory, segment.File));
            }
            catch (IndexDamagedException e)
            {
                problems.Add(e.Message);
            }
        }
        if (_text.Position != snapshot.Manifest.Position)
            problems.Add("The words are not at the position of the manifest.");
        return problems;
    }

    /// <summary>Searches what the viewer may find.</summary>
    public SearchResult Search(SearchQuery query, CancellationToken cancellation)
    {
        var snapshot = _snapshot;
        var audiences = query.Audiences.ToHashSet();
        var visible = snapshot.Documents.Values
            .Where(d => d.Audiences.Any(audiences.Contains) && d.Id != query.ExcludeId)
            .ToDictionary(d => d.Id);
        Dictionary<string, double>? byWords = null;
        if (!string.IsNullOrWhiteSpace(query.Words))
        {
            try
            {
                if (QueryParser.Parse(query.Words, TextIndex.Fields.ToHashSet()) is { } node)
                    byWords = new TextSearch(_text, _synonyms, visible).Evaluate(node);
            }
            catch (QuerySyntaxException e)
            {
                return new SearchResult([], 0, new Dictionary<string, IReadOnlyList<FacetCount>>(), e.Problem);
            }
        }
        var allowed = visible.Values.Where(d => Passes(d, query) && (byWords is null || byWords.ContainsKey(d.Id))).ToDictionary(d => d.Id);
        var hits = query.Images.Count > 0
            ? ImageSearch.Find(query.Images, snapshot, allowed, cancellation)
            : [.. allowed.Keys.Select(id => new SearchHit(id, null, byWords?[id] ?? 0, null, null, null, Mirrored: false, 0))];
        var ordered = hits
            .OrderByDescending(h => h.Score)
            .ThenByDescending(h => allowed[h.DocumentId].Date)
            .ThenBy(h => h.DocumentId, StringComparer.Ordinal)
            .ToList();
        return new SearchResult([.. ordered.Skip(query.Skip).Take(query.Limit)], ordered.Count, Facets(ordered, allowed));
    }

    /// <summary>Titles that begin with or contain what was typed, among what the viewer may find.</summary>
    public IReadOnlyList<string> Suggest(string typed, IReadOnlyCollection<string> audiences, int limit)
    {
        var wanted = typed.Trim();
        return wanted.Length == 0 ? [] : [.. _snapshot.Documents.Values
            .Where(d => d.Audiences.Any(audiences.Contains) && d.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .Select(d => d.Title)
            .Distinct()
            .OrderBy(t => t.IndexOf(wanted, StringComparison.OrdinalIgnoreCase)).ThenBy(t => t, StringComparer.Ordinal)
            .Take(limit)];
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => _text.Dispose();

    private static bool Passes(DocumentFields document, SearchQuery query) =>
        (query.From is null || document.Date >= query.From)
        && (query.To is null || document.Date <= query.To)
        && query.Facets.All(f => f.Value.Count == 0 || (document.Facets.TryGetValue(f.Key, out var values) && values.Any(f.Value.Contains)));

    private static Dictionary<string, IReadOnlyList<FacetCount>> Facets(List<SearchHit> hits, Dictionary<string, DocumentFields> documents) => hits
        .SelectMany(h => documents[h.DocumentId].Facets.SelectMany(f => f.Value.Select(v => (f.Key, Value: v))))
        .GroupBy(f => f.Key)
        .ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<FacetCount>)[.. g.CountBy(f => f.Value).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, c.Value))]);

    private void Merge()
    {
        var merged = _snapshot.Merged(_directory);
        merged.Manifest.Write(_directory);
        _snapshot = merged;
        RemoveUnused(merged);
    }

    private void RemoveUnused(Snapshot snapshot)
    {
        var used = snapshot.Segments.Select(s => s.File).ToHashSet();
        foreach (var file in Directory.GetFiles(_directory, "*.segment"))
            if (!used.Contains(Path.GetFileName(file)))
                File.Delete(file);
    }
}
