namespace IpCenter.Search.Index;

/// <summary>A document by where it lies.</summary>
internal readonly record struct DocumentPlace(int Segment, int Document);

/// <summary>
/// The index as a reader sees it, whole and unchanging: writers make the next one beside it. Its segments stay open as long as
/// somebody uses it.
/// </summary>
internal sealed class Snapshot
{
    private readonly UseCount _users = new();

    public Snapshot(Manifest manifest, IReadOnlyList<Segment> segments, IReadOnlyList<DocumentSet> deleted)
    {
        (Manifest, Segments, Deleted) = (manifest, segments, deleted);
        foreach (var segment in segments)
            segment.Use();
        Count = segments.Sum(segment => segment.Documents.Count) - deleted.Sum(set => set.Count);
    }

    public Manifest Manifest { get; }

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>By segment, the documents in it that no longer count.</summary>
    public IReadOnlyList<DocumentSet> Deleted { get; }

    /// <summary>Documents that count.</summary>
    public int Count { get; }

    /// <exception cref="IndexDamagedException">A file cannot be used.</exception>
    public static Snapshot Open(string directory, string features)
    {
        var manifest = Manifest.Read(directory, features);
        var segments = new List<Segment>();
        try
        {
            foreach (var entry in manifest.Segments)
                segments.Add(Segment.Open(Path.Combine(directory, entry.File)));
            return new Snapshot(manifest, segments, [.. manifest.Segments.Select(entry => DocumentSet.Parse(entry.Deleted))]);
        }
        catch (Exception e) when (e is IndexDamagedException or FormatException)
        {
            foreach (var segment in segments)
            {
                segment.Use();
                segment.Release();
            }
            throw e as IndexDamagedException ?? new IndexDamagedException(Manifest.FileName, e.Message);
        }
    }

    /// <summary>Where the document of a key is; <c>null</c> when there is none.</summary>
    public DocumentPlace? Find(string id)
    {
        for (var s = 0; s < Segments.Count; s++)
            if (Segments[s].Documents.Find(id) is >= 0 and var document && !Deleted[s][document])
                return new DocumentPlace(s, document);
        return null;
    }

    /// <summary>Keeps it open; false when it is closed already.</summary>
    public bool TryUse() => _users.TryEnter();

    public void Release()
    {
        if (!_users.Leave())
            return;
        foreach (var segment in Segments)
            segment.Release();
    }
}
