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
            var applied = 0;
            while (await ApplyBatchAsync(ct) is var count and > 0)
                applied += count;
            return applied;
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

    private async Task<int> ApplyBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var documents = scope.ServiceProvider.GetRequiredService<IndexedDocuments>();
        var position = Index.Position;
        var changes = await db.IndexedChanges.AsNoTracking()
            .Where(c => c.Sequence > position)
            .OrderBy(c => c.Sequence)
            .Take(Batch)
            .ToListAsync(ct);
        if (changes.Count == 0)
            return 0;

        // Each object is read as it stands now, so several entries for one are one change.
        List<IndexChange> applied = [];
        foreach (var (kind, id) in changes.Select(c => (c.Kind, c.SubjectId)).Distinct())
        {
            var document = await documents.ReadAsync(kind, id, ct);
            applied.Add(document is null ? IndexChange.Delete(IndexedDocuments.IdOf(kind, id)) : IndexChange.Upsert(document));
        }
        Index.Apply(applied, changes[^1].Sequence);
        return changes.Count;
    }
}
