using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Storage;
using IpCenter.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>
/// This node's search index, kept up to date from the change feed of the database. The index knows the position
/// that it has seen: after a kill it goes on there, and an empty one begins at the start.
/// </summary>
public sealed partial class DesignIndex(IndexFeed feed, IOptions<StorageOptions> options, ReferenceLibrary reference, ILogger<DesignIndex> log) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1), _rebuilding = new(1), _wanted = new(0, 1);
    private readonly Lock _opening = new();
    private SearchIndex? _index;
    private bool _isDisposed, _isWanted;
    private volatile bool _isRefilling;

    /// <summary>The index, opened at the first use.</summary>
    /// <exception cref="IndexInUseException">Another process has it; the next use tries again.</exception>
    /// <exception cref="IOException">Its directory cannot be read or written; the next use tries again.</exception>
    public SearchIndex Index
    {
        get
        {
            lock (_opening)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return _index ??= Open();
            }
        }
    }

    /// <summary>Why it does not follow the feed; <c>null</c> when it does.</summary>
    public IndexFault? Fault { get; private set; }

    /// <summary>Opened empty because its files could not be used, and not filled again yet: searches find a part of what there is.</summary>
    public bool IsRefilling => _isRefilling;

    /// <summary>Why its files could not be merged; <c>null</c> when they could. Searches go on.</summary>
    public string? MergeFault => _index?.MergeFault;

    /// <summary>How far a rebuild has come; <c>null</c> when there is none.</summary>
    public IndexProgress? Rebuilding { get; private set; }

    /// <summary>Applies everything that the feed has gained since; gives the number of changes applied.</summary>
    public async Task<int> CatchUpAsync(CancellationToken ct)
    {
        try
        {
            var applied = Index.NeedsRebuild ? await RebuildAsync(onlyWhenDamaged: true, null, ct) : await FollowAsync(ct);
            Fault = null;
            return applied;
        }
        catch (Exception e) when (IndexFault.Of(e) is { } fault)
        {
            Fault = fault;
            throw;
        }
    }

    /// <summary>
    /// Builds another index from the whole feed beside the live one, which goes on following the feed, and swaps it in; gives the
    /// number of changes applied. Ended before, it leaves the live one as it is.
    /// </summary>
    public Task<int> RebuildAsync(IProgress<IndexProgress>? progress, CancellationToken ct) => RebuildAsync(onlyWhenDamaged: false, progress, ct);

    /// <summary>Asks whoever waits in <see cref="RebuildWhenWantedAsync"/>; false when that was asked already and is not done.</summary>
    public bool AskForRebuild()
    {
        lock (_opening)
        {
            if (_isWanted)
                return false;
            _isWanted = true;
            _wanted.Release();
            return true;
        }
    }

    /// <summary>Waits until somebody asks for a rebuild, and does it.</summary>
    public async Task RebuildWhenWantedAsync(CancellationToken ct)
    {
        await _wanted.WaitAsync(ct);
        try
        {
            await RebuildAsync(onlyWhenDamaged: false, null, ct);
        }
        finally
        {
            lock (_opening)
                _isWanted = false;
        }
    }

    public void Dispose()
    {
        lock (_opening)
        {
            _isDisposed = true;
            _index?.Dispose();
        }
        _writing.Dispose();
        _rebuilding.Dispose();
        _wanted.Dispose();
    }

    /// <summary>A damaged index opens empty at position 0, so that the feed fills it again; an operator is told once.</summary>
    private SearchIndex Open()
    {
        var index = SearchIndex.Open(options.Value.IndexFolder, reference.Synonyms.Groups);
        if (index.Damage is { } damage)
        {
            _isRefilling = true;
            Refilled(log, damage);
        }
        return index;
    }

    [LoggerMessage(1, LogLevel.Warning, "The search index is built again from the change feed: {Damage}")]
    private static partial void Refilled(ILogger log, string damage);

    [LoggerMessage(2, LogLevel.Error, "The search index is damaged and is built again beside it; searches wait for it: {Damage}")]
    private static partial void RebuildingDamaged(ILogger log, string damage);

    private async Task<int> FollowAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            var applied = await feed.ApplyAsync(Index.Position, Index.Apply, ct);
            _isRefilling = false;
            return applied;
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<int> RebuildAsync(bool onlyWhenDamaged, IProgress<IndexProgress>? progress, CancellationToken ct)
    {
        await _rebuilding.WaitAsync(ct);
        try
        {
            if (onlyWhenDamaged && !Index.NeedsRebuild)
                return 0;
            if (Index.NeedsRebuild)
                RebuildingDamaged(log, Index.Damage!);
            using var rebuild = Index.StartRebuild();
            var applied = await feed.ApplyAllAsync(rebuild.Apply, Tell, ct);
            await _writing.WaitAsync(ct);
            try
            {
                applied += await feed.ApplyAsync(rebuild.Position, rebuild.Apply, ct);
                rebuild.Swap();
                _isRefilling = false;
            }
            finally
            {
                _writing.Release();
            }
            return applied;
        }
        finally
        {
            Rebuilding = null;
            _rebuilding.Release();
        }

        void Tell(IndexProgress now)
        {
            Rebuilding = now;
            progress?.Report(now);
        }
    }
}
