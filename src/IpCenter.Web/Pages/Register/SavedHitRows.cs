using IpCenter.Casework.People;
using IpCenter.Casework.SavedSearches;

namespace IpCenter.Web.Pages.Register;

/// <summary>Hits of one's own saved search with what stands in the register now; what went, or may not be seen any more, has no row.</summary>
public sealed class SavedHitRows(SavedSearchesQuery query, RegisterRows rows)
{
    public async Task<IReadOnlyList<(SavedSearchHit Hit, RegisterRow? Row)>> ReadAsync(Guid searchId, Viewer viewer, int skip, int take, CancellationToken ct)
    {
        var hits = (await query.HitsAsync(searchId, viewer, skip, take, ct)).Select(hit => (Stored: hit, Hit: hit.ToHit())).ToList();
        var found = (await rows.ReadAsync([.. hits.Select(h => h.Hit)], viewer, ct)).ToDictionary(row => row.Hit.DocumentId);
        return [.. hits.Select(h => (h.Stored, found.GetValueOrDefault(h.Hit.DocumentId)))];
    }
}
