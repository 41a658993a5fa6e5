using System.Runtime.ExceptionServices;
using IpCenter.Casework.Data;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.SavedSearches;

/// <summary>An entry of the register that the change feed named.</summary>
/// <param name="First">The place of the feed that named it first.</param>
internal sealed record ChangedEntry(IndexedKind Kind, Guid SubjectId, long First)
{
    public string DocumentId => IndexedDocuments.IdOf(Kind, SubjectId);
}

/// <summary>
/// Asks every watching search about what the change feed has brought since it was last asked. A search's position moves in one save
/// with what was found, so that a kill at any moment loses nothing and tells nothing twice.
/// </summary>
public sealed class WatchSearches(IServiceScopeFactory scopes, DesignIndex index)
{
    /// <summary>Gives the number of new hits.</summary>
    /// <exception cref="IndexDamagedException">The index must be built again first; the searches wait.</exception>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        // What the index has taken in is what can be asked; the rest follows with the next run.
        var upTo = index.Index.Position;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var due = await db.SavedSearches.Where(s => s.IsWatching && s.Position < upTo)
            .OrderBy(s => s.Id).Select(s => new { s.Id, s.Position, s.StartsAfter }).ToListAsync(ct);
        var found = 0;
        List<Exception> failed = [];
        foreach (var together in due.GroupBy(s => s.Position))
        {
            var changed = await ChangedAsync(db, together.Key, upTo, ct);
            List<Guid> quiet = [];
            foreach (var search in together)
            {
                List<ChangedEntry> fresh = [.. changed.Where(c => c.First > search.StartsAfter)];
                try
                {
                    var hits = fresh.Count == 0 ? 0 : await AskAsync(search.Id, fresh, upTo, now, ct);
                    if (hits == 0)
                        quiet.Add(search.Id);
                    found += hits ?? 0;
                }
                catch (Exception e) when (e is not OperationCanceledException && IndexFault.Of(e) is null)
                {
                    // The other searches do not wait for one that fails; it is asked again with the next run.
                    failed.Add(e);
                }
            }
            await AdvanceAsync(db, quiet, together.Key, upTo, ct);
        }
        if (failed is [var only])
            ExceptionDispatchInfo.Throw(only);
        return failed.Count == 0 ? found : throw new AggregateException("Searches failed, and are asked again.", failed);
    }

    private static async Task<IReadOnlyList<ChangedEntry>> ChangedAsync(CaseworkDbContext db, long after, long upTo, CancellationToken ct)
    {
        var named = db.IndexedChanges.Where(c => c.Sequence > after && c.Sequence <= upTo).Select(c => c.SubjectId);
        return [.. (await db.IndexedChanges.Where(c => named.Contains(c.SubjectId))
            .GroupBy(c => new { c.Kind, c.SubjectId })
            .Select(g => new { g.Key.Kind, g.Key.SubjectId, First = g.Min(c => c.Sequence) })
            .ToListAsync(ct)).Select(c => new ChangedEntry(c.Kind, c.SubjectId, c.First))];
    }

    private async Task<int?> AskAsync(Guid searchId, IReadOnlyList<ChangedEntry> entries, long upTo, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<AskSavedSearch>().ExecuteAsync(searchId, entries, upTo, now, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its owner changed it meanwhile: nothing was saved here, the next run asks again.
            return null;
        }
        catch (DbUpdateException)
        {
            // Another node asked it meanwhile, and found the same.
            if (await WasAskedAsync(searchId, upTo, ct))
                return null;
            throw;
        }
    }

    private async Task<bool> WasAskedAsync(Guid searchId, long upTo, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SavedSearches
            .AnyAsync(s => s.Id == searchId && s.Position < upTo, ct);
    }

    /// <summary>Those that found nothing move together. Whoever was moved or started anew meanwhile stays there.</summary>
    private static Task<int> AdvanceAsync(CaseworkDbContext db, IReadOnlyList<Guid> searches, long from, long to, CancellationToken ct) =>
        db.SavedSearches.Where(s => searches.Contains(s.Id) && s.Position == from && s.IsWatching)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Position, to), ct);
}
