using IpCenter.Search.Index;
using IpCenter.Search.Text;

namespace IpCenter.Search;

/// <summary>
/// The index directory: immutable memory-mapped segments, a manifest that is swapped atomically, the words beside them. Derived from
/// the host's change feed: <see cref="Position"/> is how far it has read. Safe for concurrent readers, which writers never block.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Synonyms _synonyms;
    private readonly IImageEmbedder? _embedder;
    private readonly Lock _swapping = new();
    private volatile Generation _generation;
    private bool _isClosed;

    private SearchIndex(IndexDirectory directory, Synonyms synonyms, IImageEmbedder? embedder, Generation generation) =>
        (_directory, _synonyms, _embedder, _generation) = (directory, synonyms, embedder, generation);

    /// <summary>How far in the host's change feed the index has come; 0 for an empty one.</summary>
    public long Position => _generation.Position;

    /// <summary>Documents that can be found by somebody.</summary>
    public int Count => _generation.Count;

    /// <summary>Segments that a search reads.</summary>
    public int SegmentCount => _generation.SegmentCount;

    /// <summary>Size of the segments in bytes.</summary>
    public long Bytes => _generation.Bytes;

    /// <summary>
    /// What is damaged: why the directory that was there could not be used and an empty index was begun, or which file was found
    /// changed since; then searches throw until a rebuild is swapped in. <c>null</c> when all is well.
    /// </summary>
    public string? Damage => _generation.Damage?.Message ?? Replaced;

    /// <summary>Whether a file was found changed while the index is in use: it must be built again.</summary>
    public bool NeedsRebuild => _generation.Damage is not null;

    /// <summary>Why segments could not be merged, a full disk for example; searches go on.</summary>
    public string? MergeFault => _generation.MergeFault;

    private string? Replaced { get; init; }

    /// <summary>
    /// Opens a directory at its last commit. One that is damaged, or was made with other features, is replaced by an empty index:
    /// its position is then 0, and the host's feed fills it again.
    /// </summary>
    /// <param name="directory">Made when it does not exist; the index alone writes in it.</param>
    /// <param name="synonyms">Groups of words that a query treats as one; they are used when searching and not stored.</param>
    /// <param name="embedder">By which all pictures of the index and of queries are embedded; none without it.</param>
    /// <exception cref="IndexInUseException">Another process has the directory open.</exception>
    /// <exception cref="IOException">It cannot be written, for example because the disk is full.</exception>
    public static SearchIndex Open(string directory, IReadOnlyList<IReadOnlyList<string>>? synonyms = null, IImageEmbedder? embedder = null)
    {
        var place = new IndexDirectory(directory, FeaturesWith(embedder));
        try
        {
            var (generation, damage) = place.Open();
            return new SearchIndex(place, synonyms is null ? Synonyms.None : new Synonyms(synonyms), embedder, generation) { Replaced = damage };
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Why the words of a query cannot be read; <c>null</c> when they can. It needs no index.</summary>
    public static QueryProblem? ProblemOf(string? words) => QueryParser.Read(words).Problem;

    /// <summary>Applies changes and commits them at a position of the feed: all or nothing, also when the process is killed.</summary>
    /// <exception cref="IOException">They could not be written, for example because the disk is full; the index is as before.</exception>
    public void Apply(IReadOnlyList<IndexChange> changes, long position)
    {
        lock (_swapping)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _generation.Apply(changes, position);
        }
    }

    /// <summary>The same with documents that are quantised already, each of another id.</summary>
    internal void Apply(IReadOnlyList<StoredDocument> documents, long position)
    {
        lock (_swapping)
            _generation.Apply([.. documents.Select(document => (document.Fields.Id, (StoredDocument?)document))], position);
    }

    /// <summary>Empties the index; the feed fills it from the start.</summary>
    public void Clear()
    {
        using var rebuild = StartRebuild();
        rebuild.Swap();
    }

    /// <summary>Begins another index beside this one, which goes on answering until the other is swapped in.</summary>
    public IndexRebuild StartRebuild() => new(_directory.StartGeneration(), Swap);

    /// <summary>Waits until nothing is merged or checked in the background any more.</summary>
    public void Settle() => _generation.Settle();

    /// <summary>Reads every file again and compares checksums and counts; the problems found, none when all is well.</summary>
    public IReadOnlyList<string> Verify(CancellationToken cancellation = default) => _generation.Verify(cancellation);

    /// <summary>Searches what the viewer may find.</summary>
    /// <exception cref="IndexDamagedException">A file that the answer needs was changed: it must be built again.</exception>
    public SearchResult Search(SearchQuery query, CancellationToken cancellation) =>
        Read(snapshot => new IndexReader(snapshot, _synonyms, _embedder).Search(query, cancellation));

    /// <summary>The same with the number of documents that were weighed for their words.</summary>
    internal (SearchResult Result, long Weighed) Measure(SearchQuery query) => Read(snapshot =>
    {
        var reader = new IndexReader(snapshot, _synonyms, _embedder);
        return (reader.Search(query, CancellationToken.None), reader.Weighed);
    });

    /// <summary>Titles that begin with or contain what was typed, among what the viewer may find.</summary>
    /// <exception cref="IndexDamagedException">A file that the answer needs was changed: it must be built again.</exception>
    public IReadOnlyList<string> Suggest(string typed, IReadOnlyCollection<string> audiences, int limit) =>
        Read(snapshot => new IndexReader(snapshot, _synonyms, _embedder).Suggest(typed, audiences, limit));

    /// <summary>Closes the files and lets another process open the directory.</summary>
    public void Dispose()
    {
        lock (_swapping)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            _generation.Dispose();
            // A merge that still ran could write into what the next process has opened.
            _generation.Settle();
            _directory.Dispose();
        }
    }

    /// <summary>Names what the pictures of an index were made with: one made with something else is built again.</summary>
    internal static string FeaturesWith(IImageEmbedder? embedder) =>
        embedder is null ? FeatureExtractor.Version : $"{FeatureExtractor.Version}+{embedder.Name}";

    private T Read<T>(Func<Snapshot, T> read)
    {
        while (true)
        {
            var generation = _generation;
            if (generation.Damage is { } damage)
                throw new IndexDamagedException(damage.File, damage.Reason);
            if (generation.TryUse() is not { } snapshot)
            {
                // Another one was swapped in before the old one closed; if not, the index itself is closed.
                ObjectDisposedException.ThrowIf(ReferenceEquals(generation, _generation), this);
                continue;
            }
            try
            {
                return read(snapshot);
            }
            catch (IndexDamagedException e)
            {
                generation.Report(e);
                throw;
            }
            finally
            {
                generation.Release(snapshot);
            }
        }
    }

    private void Swap(Generation next)
    {
        lock (_swapping)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            var before = _generation;
            _directory.MakeCurrent(next);
            _generation = next;
            before.Retire();
        }
    }
}
