using IpCenter.Search.Features;
using IpCenter.Search.Text;

namespace IpCenter.Search.Index;

/// <summary>
/// One immutable segment: postings of local features by visual word, descriptors of whole views, columns of documents. Shared by
/// snapshots; the last one that lets go of it closes the file, and deletes it when it is of no more use.
/// </summary>
internal sealed class Segment
{
    /// <summary>The most views: a posting names its view in 16 bits.</summary>
    public const int MostViews = 65_536;

    private readonly SegmentFile _file;
    private readonly string _path;
    private readonly StringTable _viewNames;
    private int _users;
    private volatile bool _isObsolete;

    private Segment(string path)
    {
        (_path, _file) = (path, new SegmentFile(path));
        Lists = new ListTable(_file);
        Documents = new DocumentColumns(_file);
        Words = new WordTable(_file);
        ViewCount = _file.Count<ViewEntry>(Section.Views);
        EmbeddingLength = ViewCount == 0 ? 0 : _file.Count<sbyte>(Section.Embeddings) / ViewCount;
        _viewNames = new StringTable(_file, Section.ViewNames, ViewCount);
    }

    public string Name => _file.Name;

    public long Bytes => _file.Length;

    public ListTable Lists { get; }

    public DocumentColumns Documents { get; }

    public WordTable Words { get; }

    public int ViewCount { get; }

    public int PostingCount => _file.Count<ulong>(Section.SignaturesLow);

    /// <summary>Values of an embedding; 0 without one.</summary>
    public int EmbeddingLength { get; }

    public ReadOnlySpan<ViewEntry> Views => _file.Span<ViewEntry>(Section.Views);

    public ReadOnlySpan<ulong> LayoutBits => _file.Span<ulong>(Section.LayoutBits);

    /// <exception cref="IndexDamagedException">It cannot be used.</exception>
    public static Segment Open(string path) => new(path);

    public ReadOnlySpan<ulong> Low(int start, int count) => _file.Span<ulong>(Section.SignaturesLow, start, count);

    public ReadOnlySpan<uint> High(int start, int count) => _file.Span<uint>(Section.SignaturesHigh, start, count);

    public ReadOnlySpan<ushort> PostingViews(int start, int count) => _file.Span<ushort>(Section.PostingViews, start, count);

    public ReadOnlySpan<uint> Geometry(int start, int count) => _file.Span<uint>(Section.Geometry, start, count);

    public ReadOnlySpan<ulong> LayoutSizesOf(int view) => _file.Span<ulong>(Section.LayoutSizes, view * PackedLayout.SizeWords, PackedLayout.SizeWords);

    /// <summary>The cosine of a layout of unit length with a view's.</summary>
    public float CosineOf(int view, ReadOnlySpan<float> layout) => PackedLayout.Cosine(
        layout, _file.Span<ulong>(Section.LayoutBits, view * PackedLayout.SignWords, PackedLayout.SignWords), LayoutSizesOf(view));

    public ReadOnlySpan<sbyte> EmbeddingOf(int view) => _file.Span<sbyte>(Section.Embeddings, view * EmbeddingLength, EmbeddingLength);

    /// <summary>How many views of the same document stand before it.</summary>
    public int OrdinalInDocument(int view)
    {
        var views = Views;
        var first = view;
        while (first > 0 && views[first - 1].Document == views[view].Document)
            first--;
        return view - first;
    }

    public string ViewName(int view) => _viewNames[view];

    /// <summary>Compares every byte with its checksum.</summary>
    /// <exception cref="IndexDamagedException">One was changed.</exception>
    public void Check(bool anew, CancellationToken cancellation)
    {
        if (anew)
            _file.Forget();
        _file.CheckAll(cancellation);
    }

    public void Use() => Interlocked.Increment(ref _users);

    public void Release()
    {
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        _file.Dispose();
        if (_isObsolete)
            File.Delete(_path);
    }

    /// <summary>A later commit does without it: the last user deletes the file.</summary>
    public void Retire() => _isObsolete = true;
}
