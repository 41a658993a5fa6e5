using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SavedSearches;

/// <summary>An owner has looked at hits: they are not new any more, and the notice of them is read.</summary>
public sealed class LookAtHits(CaseworkDbContext db)
{
    /// <summary>Gives how many were new.</summary>
    public async Task<Result<int>> ExecuteAsync(Guid searchId, IReadOnlyCollection<Guid> hitIds, Guid owner, DateTimeOffset at, CancellationToken ct)
    {
        if (!await db.SavedSearches.AnyAsync(s => s.Id == searchId && s.OwnerId == owner, ct))
            return new RuleViolation("search.not-found");
        var hits = await db.SavedSearchHits.Where(h => h.SearchId == searchId && h.SeenAt == null && hitIds.Contains(h.Id)).ToListAsync(ct);
        hits.ForEach(h => h.See(at));
        foreach (var notice in await SavedSearchNotice.UnreadAsync(db, searchId, owner, ct))
            notice.Read(at);
        return hits.Count;
    }
}
