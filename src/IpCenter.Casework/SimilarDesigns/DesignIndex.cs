using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Storage;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>
/// This node's search index, kept up to date from the change feed of the database. The index knows the position
/// that it has seen: after a kill it goes on there, and an empty one begins at the start.
/// </summary>
public sealed partial class DesignIndex(
    IServiceScopeFactory scopes, IOptions<StorageOptions> options, ReferenceLibrary reference, ILogger<DesignIndex> log) : IDisposable
{
    private const int Batch = 40;

    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lazy<SearchIndex> _index = new(() => Open(options.Value.IndexFolder, reference.Synonyms, log));

    public SearchIndex Index => _index.Value;

    /// <summary>Applies everything that the feed has gained since; gives the number of changes applied.</summary>
    public async Task<int> CatchUpAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            if (Index.NeedsRebuild)
                return await RebuildHereAsync(ct);
            return await FeedAsync(Index.Position, Index.Apply, ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Builds another index from the whole feed beside the live one, and swaps it in; gives the number of changes applied.</summary>
    public async Task<int> RebuildAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            return await RebuildHereAsync(ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        if (_index.IsValueCreated)
            _index.Value.Dispose();
        _writing.Dispose();
    }

    /// <summary>A damaged index opens empty at position 0, so that the feed fills it again; an operator is told once.</summary>
    private static SearchIndex Open(string folder, SynonymGroups synonyms, ILogger log)
    {
        var index = SearchIndex.Open(folder, synonyms.Groups);
        if (index.Damage is { } damage)
            Refilled(log, damage);
        return index;
    }

    [LoggerMessage(1, LogLevel.Warning, "The search index is built again from the change feed: {Damage}")]
    private static partial void Refilled(ILogger log, string damage);

    [LoggerMessage(2, LogLevel.Error, "The search index is damaged and is built again beside it; searches wait for it: {Damage}")]
    private static partial void Rebuilding(ILogger log, string damage);

    private async Task<int> RebuildHereAsync(CancellationToken ct)
    {
        if (Index.NeedsRebuild)
            Rebuilding(log, Index.Damage!);
        using var rebuild = Index.StartRebuild();
        var applied = await FeedAsync(rebuild.Position, rebuild.Apply, ct);
        rebuild.Swap();
        return applied;
    }

    private async Task<int> FeedAsync(long position, Action<IReadOnlyList<IndexChange>, long> apply, CancellationToken ct)
    {
        var applied = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
            var documents = scope.ServiceProvider.GetRequiredService<IndexedDocuments>();
            var changes = await db.IndexedChanges.AsNoTracking()
                .Where(c => c.Sequence > position)
                .OrderBy(c => c.Sequence)
                .Take(Batch)
                .ToListAsync(ct);
            if (changes.Count == 0)
                return applied;

            // Each object is read as it stands now, so several entries for one are one change.
            List<IndexChange> batch = [];
            foreach (var (kind, id) in changes.Select(c => (c.Kind, c.SubjectId)).Distinct())
            {
                var document = await documents.ReadAsync(kind, id, ct);
                batch.Add(document is null ? IndexChange.Delete(IndexedDocuments.IdOf(kind, id)) : IndexChange.Upsert(document));
            }
            position = changes[^1].Sequence;
            apply(batch, position);
            applied += changes.Count;
        }
    }
}
