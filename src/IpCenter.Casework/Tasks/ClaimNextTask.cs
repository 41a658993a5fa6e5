using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>Takes the most urgent task of a queue that nobody has taken yet. Of two people who claim at once, the second gets the next one.</summary>
public sealed class ClaimNextTask(CaseworkDbContext db, TaskDesk desk)
{
    public async Task<Result<WorkItem>> ExecuteAsync(string queue, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var next = await db.WorkItems
            .Where(w => w.Queue == queue && w.CompletedAt == null && w.CancelledAt == null && w.AssigneeId == null)
            .OrderBy(w => w.DueAt).ThenBy(w => w.Id)
            .Select(w => (Guid?)w.Id)
            .FirstOrDefaultAsync(ct);
        return next is { } id ? await desk.TakeAsync(id, viewer, actor, ct) : new RuleViolation("task.none-available");
    }
}
