using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Firms;

/// <summary>Something that was done in the firm's name, as the trail keeps it.</summary>
/// <param name="Kind">As whom; <c>null</c>: nobody of those whom the firm knows, such as the centre.</param>
public sealed record FirmAct(long Sequence, DateTimeOffset At, string ActorName, MandateKind? Kind, string Action, string DetailJson, string? Reason, FirmActCase? Case);

/// <summary>The case of an act.</summary>
public sealed record FirmActCase(Guid Id, CaseKind Kind, string? Number, string Title, bool IsDraft);

/// <summary>One page, newest first.</summary>
/// <param name="Older">Acts before this place follow; <c>null</c>: there are none.</param>
public sealed record FirmActsPage(IReadOnlyList<FirmAct> Acts, long? Older);

/// <summary>What was done in a firm's name, out of the audit trail: nothing that a helper does is hidden from the firm.</summary>
public sealed class FirmActsQuery(CaseworkDbContext db)
{
    public const int PageSize = 30;

    /// <param name="helpersOnly">Leaves out what the firm's own people did.</param>
    /// <param name="before">Only acts before this place in the trail.</param>
    public async Task<FirmActsPage> ReadAsync(Guid firmId, bool helpersOnly, long? before, CancellationToken ct)
    {
        var kinds = (await db.Mandates.AsNoTracking().Where(m => m.FirmId == firmId).ToListAsync(ct))
            .GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.RequestedAt).ThenBy(m => m.RevokedAt is not null).ThenByDescending(m => m.Power).First().Kind);
        var helpers = kinds.Where(k => k.Value != MandateKind.Member).Select(k => (Guid?)k.Key).ToList();
        var rows = await (
            from entry in db.AuditEvents.AsNoTracking()
            join joined in db.Cases.AsNoTracking() on entry.CaseId equals (Guid?)joined.Id into cases
            from file in cases.DefaultIfEmpty()
            where entry.OnBehalfOfFirmId == firmId && entry.Visibility == AuditVisibility.Parties
                && (before == null || entry.Sequence < before) && (!helpersOnly || helpers.Contains(entry.PersonId))
            orderby entry.Sequence descending
            select new { entry, file }).Take(PageSize + 1).ToListAsync(ct);
        var hasMore = rows.Count > PageSize;
        if (hasMore)
            rows.RemoveAt(PageSize);
        return new(
            [.. rows.Select(r => new FirmAct(
                r.entry.Sequence, r.entry.At, r.entry.ActorName,
                r.entry.PersonId is { } person && kinds.TryGetValue(person, out var kind) ? kind : null,
                r.entry.Action, r.entry.DetailJson, r.entry.Reason,
                r.file is { } file && file.FirmId == firmId ? new(file.Id, file.Kind, file.Number, file.Title, file.IsDraft) : null))],
            hasMore ? rows[^1].entry.Sequence : null);
    }
}
