using System.Globalization;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>The index as a reader sees it, whole and unchanging: writers make the next one beside it.</summary>
internal sealed class Snapshot
{
    private Snapshot(Manifest manifest, IReadOnlyList<LoadedSegment> segments)
    {
        (Manifest, Segments) = (manifest, segments);
        Deleted = [.. manifest.Segments.Select(s => s.Deleted.ToHashSet())];
        Documents = segments
            .SelectMany((segment, s) => segment.Documents.Where(d => !Deleted[s].Contains(d.Fields.Id)))
            .ToDictionary(d => d.Fields.Id, d => d.Fields);
    }

    public Manifest Manifest { get; }

    public IReadOnlyList<LoadedSegment> Segments { get; }

    /// <summary>By segment, the documents in it that no longer count.</summary>
    public IReadOnlyList<HashSet<string>> Deleted { get; }

    public IReadOnlyDictionary<string, DocumentFields> Documents { get; }

    public static Snapshot Load(string directory, Manifest? manifest)
    {
        var vocabulary = VisualVocabulary.Instance.Id;
        manifest ??= new Manifest(Manifest.CurrentFormat, FeatureExtractor.Version, vocabulary, 0, 1, []);
        if (manifest.Format != Manifest.CurrentFormat || manifest.Features != FeatureExtractor.Version || manifest.Vocabulary != vocabulary)
            throw new IndexDamagedException("manifest.json", "made with other features");
        return new Snapshot(manifest, [.. manifest.Segments.Select(s => new LoadedSegment(s.File, SegmentFile.Read(Path.Combine(directory, s.File))))]);
    }

    /// <summary>The next snapshot: a new segment of what came, tombstones for what it replaces.</summary>
    public Snapshot With(IReadOnlyList<StoredDocument> added, IReadOnlySet<string> changed, long position, string directory)
    {
        var entries = Manifest.Segments
            .Select((entry, s) => entry with { Deleted = [.. Deleted[s].Union(Segments[s].Documents.Select(d => d.Fields.Id).Where(changed.Contains))] })
            .ToList();
        var segments = Segments.ToList();
        var number = Manifest.NextSegment;
        if (added.Count > 0)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{number++:D8}.segment");
            SegmentFile.Write(Path.Combine(directory, file), added);
            entries.Add(new SegmentEntry(file, []));
            segments.Add(new LoadedSegment(file, added));
        }
        return new Snapshot(Manifest with { Position = position, NextSegment = number, Segments = entries }, segments);
    }

    /// <summary>The same documents in one segment, without what no longer counts.</summary>
    public Snapshot Merged(string directory)
    {
        var documents = Segments.SelectMany((segment, s) => segment.Documents.Where(d => !Deleted[s].Contains(d.Fields.Id))).ToList();
        var file = string.Create(CultureInfo.InvariantCulture, $"{Manifest.NextSegment:D8}.segment");
        SegmentFile.Write(Path.Combine(directory, file), documents);
        return new Snapshot(
            Manifest with { NextSegment = Manifest.NextSegment + 1, Segments = [new SegmentEntry(file, [])] },
            [new LoadedSegment(file, documents)]);
    }
}
