using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Procurator;

/// <summary>An urgent report that was put before the procurators.</summary>
public sealed record Alert(
    Guid WorkItemId, Guid CaseId, string Number, string Title, string FirmName, DateTimeOffset AlertedAt, DateTimeOffset? DueAt, DateTimeOffset? WarnAt,
    DateTimeOffset? AnsweredAt, DateTimeOffset? LapsedAt, int EvidenceCount);

/// <summary>Reads the procurators' inbox: urgent reports and nothing else.</summary>
public sealed class ProcuratorQuery(CaseworkDbContext db)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<Alert>> ReadAsync(CancellationToken ct) => await (
        from item in db.WorkItems.AsNoTracking()
        join file in db.Cases.AsNoTracking() on item.CaseId equals file.Id
        join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
        where item.Queue == Queues.Procurator
        orderby item.CompletedAt != null || item.CancelledAt != null, item.DueAt, item.CreatedAt descending
        select new Alert(
            item.Id, file.Id, file.Number!, file.Title, firm.Name, item.CreatedAt, item.DueAt, item.WarnAt, item.CompletedAt, item.CancelledAt,
            db.EvidenceItems.Count(e => e.CaseId == file.Id))).Take(Most).ToListAsync(ct);
}
