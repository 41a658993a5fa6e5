using IpCenter.Search.Text;

namespace IpCenter.Search.Index;

/// <summary>Writes a segment of new documents.</summary>
internal static class SegmentBuilder
{
    public static void Write(string path, IReadOnlyList<StoredDocument> documents)
    {
        using var writer = new SegmentFileWriter(path);
        var views = documents.SelectMany((document, d) => document.Views.Select(view => (Document: d, View: view))).ToList();
        WritePostings(writer, [.. views.Select(v => v.View)]);
        writer.Write<ViewEntry>(Section.Views, [.. views.Select(v => ViewEntry.Of(v.Document, v.View))]);
        StringTable.Write(writer, Section.ViewNames, views.Select(v => v.View.Id), views.Count);
        writer.Write<ulong>(Section.LayoutBits, [.. views.SelectMany(v => v.View.Layout.Signs)]);
        writer.Write<ulong>(Section.LayoutSizes, [.. views.SelectMany(v => v.View.Layout.Sizes)]);
        writer.Write<sbyte>(Section.Embeddings, [.. views.SelectMany(v => v.View.Embedding)]);
        DocumentColumns.Write(writer, [.. documents.Select(document => document.Fields)]);
        WordTableWriter.Write(writer, [.. documents.Select(document => document.Fields)]);
        writer.Finish();
    }

    private static void WritePostings(SegmentFileWriter writer, IReadOnlyList<IndexedView> views)
    {
        var postings = views
            .SelectMany((view, v) => view.Points.Select(point => (point.Word, View: (ushort)v, point.Signature, point.Point)))
            .OrderBy(posting => posting.Word)
            .ToList();
        ListTable.Write(writer, ListTable.Count(postings.Select(posting => posting.Word)));
        writer.Write<ulong>(Section.SignaturesLow, [.. postings.Select(posting => posting.Signature.Low)]);
        writer.Write<uint>(Section.SignaturesHigh, [.. postings.Select(posting => posting.Signature.High)]);
        writer.Write<ushort>(Section.PostingViews, [.. postings.Select(posting => posting.View)]);
        writer.Write<uint>(Section.Geometry, [.. postings.Select(posting => posting.Point.Bits)]);
    }
}
