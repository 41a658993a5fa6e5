using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SavedSearches;

/// <summary>
/// Asks one search about new entries, as its owner may ask at this moment: published designs, and for the examining staff
/// unpublished applications. What is found is saved with the position, and the owner is told once, however much it is.
/// </summary>
internal sealed class AskSavedSearch(
    CaseworkDbContext db, DesignIndex index, ViewFeatureStore features, ViewerAccess access, NoticeSending notices, AuditTrail audit)
{
    /// <summary>Gives the number of hits that were saved; without any, the position stays.</summary>
    public async Task<int> ExecuteAsync(Guid searchId, IReadOnlyList<ChangedEntry> entries, long upTo, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.SavedSearches.FindAsync([searchId], ct) is not { IsWatching: true } search || search.Position >= upTo)
            return 0;
        var owner = await access.ForAsync(search.OwnerId, await RolesAsync(search.OwnerId, ct), ct);
        var ids = entries.Where(e => e.Kind == IndexedKind.Design || owner.IsExaminingStaff).Select(e => e.DocumentId).ToList();
        foreach (var own in await DesignsOfExcludedAsync(search, ct))
            ids.Remove(IndexedDocuments.IdOf(IndexedKind.Design, own));
        if (ids.Count == 0 || await QueryAsync(search, owner, ids, ct) is not { } query)
            return 0;
        var hits = index.Index.Search(query, ct).Hits.Select(h => SavedSearchHit.Of(searchId, h, now)).ToList();
        var subjects = hits.Select(h => h.SubjectId).ToList();
        var known = await db.SavedSearchHits.Where(h => h.SearchId == searchId && subjects.Contains(h.SubjectId))
            .Select(h => new { h.Kind, h.SubjectId }).ToListAsync(ct);
        hits.RemoveAll(h => known.Contains(new { h.Kind, h.SubjectId }));
        if (hits.Count == 0)
        {
            // Features that were taken anew are kept, or every run would take them again.
            await db.SaveChangesAsync(ct);
            return 0;
        }

        db.SavedSearchHits.AddRange(hits);
        search.Advance(upTo);
        // As long as the last notice was not read, the list says that there is more.
        if ((await SavedSearchNotice.UnreadAsync(db, searchId, search.OwnerId, ct)).Count == 0)
            notices.Send([search.OwnerId], null, SavedSearchNotice.Template, SavedSearchNotice.Arguments(search, hits.Count), now);
        audit.Record(Actor.System(now, "watch"), "search.found", SearchName.Subject(searchId), null, AuditVisibility.Staff, ("found", $"{hits.Count}"));
        await db.SaveChangesAsync(ct);
        return hits.Count;
    }

    /// <summary><c>null</c> when it had pictures and none can be read any more: without them it would find everything.</summary>
    private async Task<SearchQuery?> QueryAsync(SavedSearch search, Viewer owner, List<string> ids, CancellationToken ct)
    {
        List<ViewFeatures> pictures = [];
        var kept = await db.SavedSearchPictures.Where(p => p.SearchId == search.Id).OrderBy(p => p.Ordinal).ToListAsync(ct);
        foreach (var picture in kept)
            if (await picture.ReadAsync(features, ct) is { } read)
                pictures.Add(read);
        return kept.Count > 0 && pictures.Count == 0 ? null : new SearchQuery
        {
            Audiences = owner.Audiences,
            Words = search.Query.Words,
            Images = pictures,
            Facets = search.Query.Facets,
            From = search.Query.From,
            To = search.Query.To,
            ExcludeId = search.ExcludedDocumentId,
            AmongIds = ids,
            LeastProbability = SavedSearch.LeastProbability,
            Limit = ids.Count,
        };
    }

    /// <summary>An application that a picture was taken from comes back as its design once it is granted: that is nothing new to its owner.</summary>
    private async Task<List<Guid>> DesignsOfExcludedAsync(SavedSearch search, CancellationToken ct) =>
        search.ExcludedDocumentId is { } excluded && IndexedDocuments.Parse(excluded) is (IndexedKind.Application, var application)
            ? await db.Designs.Where(d => d.ApplicationId == application).Select(d => d.Id).ToListAsync(ct)
            : [];

    private Task<List<string>> RolesAsync(Guid personId, CancellationToken ct) => (
        from link in db.UserRoles
        join role in db.Roles on link.RoleId equals role.Id
        where link.UserId == personId
        select role.Name!).ToListAsync(ct);
}
