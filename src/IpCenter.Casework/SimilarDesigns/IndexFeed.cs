using IpCenter.Casework.Data;
using IpCenter.Casework.SearchFeed;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>Reads the change feed of the database, and the objects that it names as they stand now.</summary>
public sealed class IndexFeed(IServiceScopeFactory scopes)
{
    private const int Batch = 40;

    /// <summary>Where the feed ends now; 0 for an empty one.</summary>
    public async Task<long> EndAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().IndexedChanges.MaxAsync(c => (long?)c.Sequence, ct) ?? 0;
    }

    /// <summary>Hands on everything after a position, in batches with the position behind them; gives the number of changes.</summary>
    public async Task<int> ApplyAsync(long position, Action<IReadOnlyList<IndexChange>, long> apply, CancellationToken ct)
    {
        var applied = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var changes = await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().IndexedChanges.AsNoTracking()
                .Where(c => c.Sequence > position)
                .OrderBy(c => c.Sequence)
                .Take(Batch)
                .ToListAsync(ct);
            if (changes.Count == 0)
                return applied;

            // Each object is read as it stands now, so several entries for one are one change.
            var batch = await ReadAsync(scope, changes.Select(c => (c.Kind, c.SubjectId)).Distinct(), ct);
            position = changes[^1].Sequence;
            apply(batch, position);
            applied += changes.Count;
        }
    }

    /// <summary>
    /// Hands on every object that the feed names, once, in the order of its last change: a position then says that all objects that
    /// were last changed before it are there. Gives the number of objects.
    /// </summary>
    public async Task<int> ApplyAllAsync(Action<IReadOnlyList<IndexChange>, long> apply, Action<IndexProgress> tell, CancellationToken ct)
    {
        var subjects = await SubjectsAsync(ct);
        var done = 0;
        tell(new(done, subjects.Count));
        foreach (var part in subjects.Chunk(Batch))
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            apply(await ReadAsync(scope, part.Select(s => (s.Kind, s.Id)), ct), part[^1].Sequence);
            done += part.Length;
            tell(new(done, subjects.Count));
        }
        return done;
    }

    private async Task<List<(IndexedKind Kind, Guid Id, long Sequence)>> SubjectsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().IndexedChanges
            .GroupBy(c => new { c.Kind, c.SubjectId })
            .Select(g => new { g.Key.Kind, g.Key.SubjectId, Sequence = g.Max(c => c.Sequence) })
            .OrderBy(g => g.Sequence)
            .ToListAsync(ct);
        return [.. last.Select(g => (g.Kind, g.SubjectId, g.Sequence))];
    }

    private static async Task<List<IndexChange>> ReadAsync(AsyncServiceScope scope, IEnumerable<(IndexedKind Kind, Guid Id)> subjects, CancellationToken ct)
    {
        var documents = scope.ServiceProvider.GetRequiredService<IndexedDocuments>();
        List<IndexChange> changes = [];
        foreach (var (kind, id) in subjects)
            changes.Add(await documents.ReadAsync(kind, id, ct) is { } document
                ? IndexChange.Upsert(document)
                : IndexChange.Delete(IndexedDocuments.IdOf(kind, id)));
        return changes;
    }
}
