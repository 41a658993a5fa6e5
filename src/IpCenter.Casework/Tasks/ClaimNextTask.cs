using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// Takes the most urgent task of a queue that nobody has taken yet and that the person may do. Two people never get the
/// same: the second meets the version of the first, and is to ask again.
/// </summary>
public sealed class ClaimNextTask(CaseworkDbContext db, TaskDesk desk, TaskConflicts conflicts)
{
    private const int AtOnce = 20;

    public async Task<Result<WorkItem>> ExecuteAsync(string queue, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!TaskDesk.RolesOf(queue).Any(viewer.Is))
            return new RuleViolation("task.none-available");
        for (var skipped = 0; ;)
        {
            var next = await db.WorkItems.AsNoTracking()
                .Where(w => w.Queue == queue && w.CompletedAt == null && w.CancelledAt == null && w.AssigneeId == null)
                // Nobody can work on what stands still.
                .Where(w => w.Clock != ClockOwner.Centre || !db.CasePauses.Any(p => p.CaseId == w.CaseId && p.EndedAt == null))
                .OrderBy(w => w.DueAt).ThenBy(w => w.Id)
                .Skip(skipped).Take(AtOnce)
                .ToListAsync(ct);
            if (next.Count == 0)
                return new RuleViolation("task.none-available");
            var against = await conflicts.OfAsync(next, ct);
            if (next.FirstOrDefault(w => TaskConflicts.Find(against, w.Id, viewer.PersonId!.Value) is null) is not { } item)
            {
                skipped += AtOnce;
                continue;
            }
            var taken = await desk.TakeAsync(item.Id, viewer, actor, ct);
            // Somebody else got, or finished, this one between the two reads; the queue no longer has it.
            if (taken.Succeeded || taken.Violations[0].Code is not ("task.taken" or "task.already-done" or "task.cancelled"))
                return taken;
            skipped = 0;
        }
    }
}
