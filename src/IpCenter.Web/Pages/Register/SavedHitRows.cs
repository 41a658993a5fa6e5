using IpCenter.Casework.People;
using IpCenter.Casework.SavedSearches;

namespace IpCenter.Web.Pages.Register;

/// <summary>Hits of one's own saved search as what stands in the register now; what went, or may not be seen any more, is left out.</summary>
public sealed class SavedHitRows(SavedSearchesQuery query, RegisterRows rows)
{
    public async Task<IReadOnlyList<(SavedSearchHit Hit, RegisterRow Row)>> ReadAsync(Guid searchId, Viewer viewer, int skip, int take, CancellationToken ct)
    {
        var hits = (await query.HitsAsync(searchId, viewer, skip, take, ct)).ToDictionary(h => h.ToHit().DocumentId);
        var read = await rows.ReadAsync([.. hits.Values.Select(h => h.ToHit())], viewer, ct);
        return [.. read.Select(row => (hits[row.Hit.DocumentId], row))];
    }
}
