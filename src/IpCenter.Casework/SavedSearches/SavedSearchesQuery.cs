using System.Linq.Expressions;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SavedSearches;

/// <summary>A search of a person's list.</summary>
/// <param name="Pictures">Ids, in their order.</param>
/// <param name="New">Hits that were not looked at.</param>
public sealed record SavedSearchRow(SavedSearch Search, IReadOnlyList<Guid> Pictures, int New, int Hits, DateTimeOffset? LastHitAt);

/// <summary>A picture of a search, and the document that it was taken from.</summary>
public sealed record SavedPicture(SavedSearchPicture Picture, string? ExcludedDocumentId);

/// <summary>Reads a person's own searches. What a search found as long as its owner examined is gone when the owner does no longer.</summary>
public sealed class SavedSearchesQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<SavedSearchRow>> AllAsync(Viewer viewer, CancellationToken ct)
    {
        var searches = await db.SavedSearches.AsNoTracking().Where(s => s.OwnerId == viewer.PersonId).OrderByDescending(s => s.CreatedAt).ToListAsync(ct);
        return await RowsAsync(searches, viewer, ct);
    }

    /// <summary>One's own; <c>null</c> both when it does not exist and when it is somebody else's.</summary>
    public async Task<SavedSearchRow?> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var own = await db.SavedSearches.AsNoTracking().Where(s => s.Id == id && s.OwnerId == viewer.PersonId).ToListAsync(ct);
        return (await RowsAsync(own, viewer, ct)).SingleOrDefault();
    }

    /// <summary>A picture of one's own search.</summary>
    public Task<SavedPicture?> PictureAsync(Guid pictureId, Viewer viewer, CancellationToken ct) => (
        from picture in db.SavedSearchPictures.AsNoTracking()
        join search in db.SavedSearches on picture.SearchId equals search.Id
        where picture.Id == pictureId && search.OwnerId == viewer.PersonId
        select new SavedPicture(picture, search.ExcludedDocumentId)).SingleOrDefaultAsync(ct);

    /// <summary>The hits of one's own search, the latest first.</summary>
    public Task<List<SavedSearchHit>> HitsAsync(Guid searchId, Viewer viewer, int skip, int take, CancellationToken ct) =>
        db.SavedSearchHits.AsNoTracking()
            .Where(h => h.SearchId == searchId).Where(VisibleTo(viewer))
            .OrderByDescending(h => h.FoundAt).ThenByDescending(h => h.Probability).ThenByDescending(h => h.Id)
            .Skip(skip).Take(take).ToListAsync(ct);

    private static Expression<Func<SavedSearchHit, bool>> VisibleTo(Viewer viewer) =>
        viewer.IsExaminingStaff ? _ => true : h => h.Kind == IndexedKind.Design;

    private async Task<IReadOnlyList<SavedSearchRow>> RowsAsync(List<SavedSearch> searches, Viewer viewer, CancellationToken ct)
    {
        var ids = searches.Select(s => s.Id).ToList();
        var pictures = (await db.SavedSearchPictures.Where(p => ids.Contains(p.SearchId)).OrderBy(p => p.Ordinal)
            .Select(p => new { p.SearchId, p.Id }).ToListAsync(ct)).ToLookup(p => p.SearchId, p => p.Id);
        var hits = (await db.SavedSearchHits.Where(h => ids.Contains(h.SearchId)).Where(VisibleTo(viewer))
            .GroupBy(h => h.SearchId)
            .Select(g => new { g.Key, All = g.Count(), New = g.Count(h => h.SeenAt == null), Last = g.Max(h => h.FoundAt) })
            .ToListAsync(ct)).ToDictionary(h => h.Key);
        return [.. searches.Select(s => hits.TryGetValue(s.Id, out var found)
            ? new SavedSearchRow(s, [.. pictures[s.Id]], found.New, found.All, found.Last)
            : new SavedSearchRow(s, [.. pictures[s.Id]], 0, 0, null))];
    }
}
