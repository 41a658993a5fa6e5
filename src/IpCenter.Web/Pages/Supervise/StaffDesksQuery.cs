using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Reads the people of the house and the switches of the distribution: nothing for anybody but a supervisor.</summary>
public sealed class StaffDesksQuery(CaseworkDbContext db, StaffPicture staff, ReferenceLibrary reference)
{
    public async Task<IReadOnlyList<StaffDesk>> ReadAsync(Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor))
            return [];
        var people = await staff.ReadAsync(now, ct);
        var open = await db.WorkItems.AsNoTracking()
            .Where(w => w.AssigneeId != null && w.CompletedAt == null && w.CancelledAt == null)
            .Select(w => new
            {
                Person = w.AssigneeId!.Value,
                IsOpened = db.AccessRecords.Any(r => r.CaseId == w.CaseId && r.PersonId == w.AssigneeId && r.At >= w.AssignedAt
                    && !OpenedCase.InPassing.Contains(r.Purpose)),
            })
            .ToListAsync(ct);
        var relations = await (
            from recusal in db.Recusals.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on recusal.FirmId equals firm.Id
            where recusal.EndedAt == null
            orderby recusal.DeclaredAt
            select new { recusal.PersonId, Relation = new DeclaredRelation(recusal.Id, firm.Name, recusal.Reason, recusal.DeclaredAt) }).ToListAsync(ct);
        return [.. people.Select(p => new StaffDesk(
            p, open.Count(w => w.Person == p.Id), open.Count(w => w.Person == p.Id && w.IsOpened),
            [.. relations.Where(r => r.PersonId == p.Id).Select(r => r.Relation)]))];
    }

    public async Task<IReadOnlyList<QueueSwitch>> SwitchesAsync(CancellationToken ct)
    {
        var rows = await db.DistributionSwitches.AsNoTracking().ToDictionaryAsync(s => s.Queue, ct);
        return [.. reference.Desk.Distribution.Queues.Select(q => rows.GetValueOrDefault(q.Queue) is { } row
            ? new QueueSwitch(q.Queue, q.ByClass, row.IsOn, row.ChangedAt)
            : new QueueSwitch(q.Queue, q.ByClass, false, null))];
    }
}
