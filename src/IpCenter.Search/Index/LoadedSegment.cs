using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>A segment in memory with its inverted lists: for each visual word the features that carry it, contiguous.</summary>
internal sealed class LoadedSegment
{
    public LoadedSegment(string file, IReadOnlyList<StoredDocument> documents)
    {
        (File, Documents) = (file, documents);
        Views = [.. documents.SelectMany((document, d) => document.Views.Select(view => (Document: d, View: view)))];
        Layouts = [.. Views.Select(v => Features.Layout.Unit(v.View.Layout))];
        Offsets = new int[VisualVocabulary.Words + 1];
        foreach (var (_, view) in Views)
            foreach (var point in view.Points)
                Offsets[point.Word + 1]++;
        for (var word = 0; word < VisualVocabulary.Words; word++)
            Offsets[word + 1] += Offsets[word];
        (ViewOf, PointOf) = (new int[Offsets[^1]], new ushort[Offsets[^1]]);
        (Low, High) = (new ulong[Offsets[^1]], new ulong[Offsets[^1]]);
        var next = Offsets.ToArray();
        for (var v = 0; v < Views.Count; v++)
            for (var p = 0; p < Views[v].View.Points.Length; p++)
            {
                var point = Views[v].View.Points[p];
                var at = next[point.Word]++;
                (ViewOf[at], PointOf[at], Low[at], High[at]) = (v, (ushort)p, point.Low, point.High);
            }
    }

    public string File { get; }

    public IReadOnlyList<StoredDocument> Documents { get; }

    public IReadOnlyList<(int Document, IndexedView View)> Views { get; }

    public float[][] Layouts { get; }

    public int[] Offsets { get; }

    public int[] ViewOf { get; }

    public ushort[] PointOf { get; }

    public ulong[] Low { get; }

    public ulong[] High { get; }
}
