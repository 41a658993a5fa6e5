using IpCenter.Search.Index;

namespace IpCenter.Search;

/// <summary>An index that is built beside the live one. Disposed before it is swapped in, it leaves nothing.</summary>
public sealed class IndexRebuild : IDisposable
{
    private readonly Action<Generation> _swap;
    private Generation? _generation;

    internal IndexRebuild(Generation generation, Action<Generation> swap) => (_generation, _swap) = (generation, swap);

    /// <summary>How far in the host's change feed it has come.</summary>
    public long Position => Open.Position;

    private Generation Open => _generation ?? throw new InvalidOperationException("The rebuild has ended.");

    /// <summary>Applies changes and commits them at a position of the feed.</summary>
    public void Apply(IReadOnlyList<IndexChange> changes, long position) => Open.Apply(changes, position);

    /// <summary>Searches read this index from now on; the one before is removed when its last reader is done.</summary>
    public void Swap()
    {
        _swap(Open);
        _generation = null;
    }

    /// <summary>Gives up what was not swapped in.</summary>
    public void Dispose() => _generation?.Retire();
}
