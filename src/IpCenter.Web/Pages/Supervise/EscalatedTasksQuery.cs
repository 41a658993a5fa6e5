using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>An open task that was called because its term runs out.</summary>
public sealed record EscalatedTask(WorkItem Item, string Number, string Title, Escalation Furthest);

/// <summary>What was called and is not done yet, the least time left first. It names cases: nothing for anybody but a supervisor.</summary>
public sealed class EscalatedTasksQuery(CaseworkDbContext db)
{
    private const int AtMost = 50;

    public async Task<IReadOnlyList<EscalatedTask>> ReadAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor))
            return [];
        var rows = await (
            from item in db.WorkItems.AsNoTracking()
            join file in db.Cases.AsNoTracking() on item.CaseId equals file.Id
            where item.CompletedAt == null && item.CancelledAt == null
                && db.Escalations.Any(e => e.WorkItemId == item.Id && e.DueAt == item.DueAt)
            orderby item.DueAt, item.Id
            select new { Item = item, file.Number, file.Title }).Take(AtMost).ToListAsync(ct);
        var ids = rows.Select(r => r.Item.Id).ToList();
        var calls = (await db.Escalations.AsNoTracking().Where(e => ids.Contains(e.WorkItemId)).ToListAsync(ct))
            .ToLookup(e => (e.WorkItemId, (DateTimeOffset?)e.DueAt));
        return [.. rows.Select(r => new EscalatedTask(r.Item, r.Number ?? "", r.Title, calls[(r.Item.Id, r.Item.DueAt)].MaxBy(e => e.Share)!))];
    }
}
