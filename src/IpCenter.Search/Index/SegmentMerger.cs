using IpCenter.Search.Text;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>A segment whose documents go into another one, without those that no longer count.</summary>
internal sealed record MergeSource(Segment Segment, DocumentSet Deleted);

/// <summary>Writes several segments as one. Postings are streamed: the memory it takes does not grow with them.</summary>
internal sealed class SegmentMerger
{
    private readonly IReadOnlyList<MergeSource> _sources;
    private readonly int[][] _documents, _views;

    public SegmentMerger(IReadOnlyList<MergeSource> sources)
    {
        _sources = sources;
        (_documents, _views) = (new int[sources.Count][], new int[sources.Count][]);
        var (nextDocument, nextView) = (0, 0);
        foreach (var (s, (segment, deleted)) in sources.Index())
        {
            var documents = _documents[s] = new int[segment.Documents.Count];
            for (var document = 0; document < documents.Length; document++)
                documents[document] = deleted[document] ? -1 : nextDocument++;
            var views = _views[s] = new int[segment.ViewCount];
            var entries = segment.Views;
            for (var view = 0; view < views.Length; view++)
                views[view] = documents[entries[view].Document] < 0 ? -1 : nextView++;
        }
    }

    /// <summary>Documents of the merged segment that a later snapshot, which still has the sources, no longer counts.</summary>
    public DocumentSet DeletedMeanwhile(Snapshot now)
    {
        List<int> places = [];
        foreach (var (source, (segment, deletedBefore)) in _sources.Index())
        {
            var deletedNow = now.Deleted[now.Segments.Index().First(entry => entry.Item == segment).Index];
            places.AddRange(Enumerable.Range(0, segment.Documents.Count)
                .Where(document => deletedNow[document] && !deletedBefore[document])
                .Select(document => _documents[source][document]));
        }
        return DocumentSet.Empty.With(places);
    }

    public void Write(string path, CancellationToken cancellation)
    {
        using var writer = new SegmentFileWriter(path);
        ListTable.Write(writer, CountLists(cancellation));
        Stream(writer, Section.SignaturesLow, (segment, start, count) => segment.Low(start, count), cancellation);
        Stream(writer, Section.SignaturesHigh, (segment, start, count) => segment.High(start, count), cancellation);
        writer.Begin(Section.PostingViews);
        EachList((s, start, count) =>
        {
            foreach (var view in _sources[s].Segment.PostingViews(start, count))
                if (_views[s][view] is >= 0 and var merged)
                    writer.Append<ushort>([(ushort)merged]);
        }, cancellation);
        Stream(writer, Section.Geometry, (segment, start, count) => segment.Geometry(start, count), cancellation);
        WriteViews(writer);
        cancellation.ThrowIfCancellationRequested();
        DocumentColumns.Write(writer, [.. _sources.SelectMany((source, s) => Kept(_documents[s]).Select(source.Segment.Documents.Stored))]);
        WordTableWriter.Merge(writer, [.. _sources.Select((source, s) => (source.Segment.Words, _documents[s]))], cancellation);
        writer.Finish();
    }

    private int[] CountLists(CancellationToken cancellation)
    {
        var counts = new int[VisualVocabulary.Words];
        for (var word = 0; word < counts.Length; word++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (s, source) in _sources.Index())
            {
                var (start, count) = source.Segment.Lists[word];
                foreach (var view in source.Segment.PostingViews(start, count))
                    if (_views[s][view] >= 0)
                        counts[word]++;
            }
        }
        return counts;
    }

    private void Stream<T>(SegmentFileWriter writer, Section section, ReadValues<T> read, CancellationToken cancellation) where T : unmanaged
    {
        writer.Begin(section);
        EachList((s, start, count) =>
        {
            var views = _sources[s].Segment.PostingViews(start, count);
            var values = read(_sources[s].Segment, start, count);
            for (var at = 0; at < count; at++)
                if (_views[s][views[at]] >= 0)
                    writer.Append<T>(values.Slice(at, 1));
        }, cancellation);
    }

    private void EachList(Action<int, int, int> act, CancellationToken cancellation)
    {
        for (var word = 0; word < VisualVocabulary.Words; word++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var s = 0; s < _sources.Count; s++)
                if (_sources[s].Segment.Lists[word] is { Count: > 0 } list)
                    act(s, list.Start, list.Count);
        }
    }

    private void WriteViews(SegmentFileWriter writer)
    {
        writer.Begin(Section.Views);
        foreach (var (s, source) in _sources.Index())
            foreach (var view in Kept(_views[s]))
            {
                var entry = source.Segment.Views[view];
                writer.Append<ViewEntry>([entry with { Document = (ushort)_documents[s][entry.Document] }]);
            }
        StringTable.Write(writer, Section.ViewNames, _sources.SelectMany((source, s) => Kept(_views[s]).Select(source.Segment.ViewName)), _views.Sum(views => Kept(views).Count()));
        writer.Begin(Section.LayoutBits);
        EachView((segment, view) => writer.Append(segment.LayoutBits.Slice(view * Features.PackedLayout.SignWords, Features.PackedLayout.SignWords)));
        writer.Begin(Section.LayoutSizes);
        EachView((segment, view) => writer.Append(segment.LayoutSizesOf(view)));
        writer.Begin(Section.Embeddings);
        EachView((segment, view) => writer.Append(segment.EmbeddingOf(view)));
    }

    private void EachView(Action<Segment, int> act)
    {
        foreach (var (s, source) in _sources.Index())
            foreach (var view in Kept(_views[s]))
                act(source.Segment, view);
    }

    private static IEnumerable<int> Kept(int[] places) => Enumerable.Range(0, places.Length).Where(at => places[at] >= 0);

    private delegate ReadOnlySpan<T> ReadValues<T>(Segment segment, int start, int count);
}
