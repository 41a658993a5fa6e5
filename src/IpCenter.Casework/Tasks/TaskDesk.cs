using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// Taking, giving back and finishing people's tasks. Finishing one moves the process on in the same save;
/// of two people who decide at once the second is told who was first.
/// </summary>
public sealed class TaskDesk(CaseworkDbContext db, WorkflowRuntime runtime, TaskConflicts conflicts, AllocationLog allocations, AuditTrail audit)
{
    /// <summary>The open task, or why not. A task of a queue that is not the viewer's does not exist for them.</summary>
    public async Task<Result<WorkItem>> FindOpenAsync(Guid workItemId, Viewer viewer, CancellationToken ct)
    {
        var item = await db.WorkItems.FindAsync([workItemId], ct);
        if (item is null || !MayWork(viewer, item))
            return new RuleViolation("task.not-found");
        if (item.CompletedAt is not null)
        {
            var by = await db.Users.Where(p => p.Id == item.CompletedBy).Select(p => p.DisplayName).SingleOrDefaultAsync(ct);
            return new RuleViolation("task.already-done", null, by ?? Actor.SystemName);
        }
        return item.CancelledAt is null ? item : new RuleViolation("task.cancelled");
    }

    /// <summary>The open task of a case by its name, where the viewer may do it.</summary>
    public async Task<WorkItem?> FindByNameAsync(Guid caseId, IReadOnlyCollection<string> names, Viewer viewer, CancellationToken ct)
    {
        var open = await db.WorkItems
            .Where(w => w.CaseId == caseId && names.Contains(w.Name) && w.CompletedAt == null && w.CancelledAt == null)
            .OrderByDescending(w => w.CreatedAt)
            .ToListAsync(ct);
        return open.FirstOrDefault(w => MayWork(viewer, w));
    }

    public async Task<Result<WorkItem>> TakeAsync(Guid workItemId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        if (item.AssigneeId == viewer.PersonId)
            return item;
        if (IsHeldByAnother(item, viewer))
            return new RuleViolation("task.taken", null, item.AssigneeName ?? "");
        if (await conflicts.OfAsync(item, viewer.PersonId!.Value, ct) is { } conflict)
            return conflict;
        var (holder, name) = (item.AssigneeId, item.AssigneeName);
        item.Assign(viewer.PersonId.Value, viewer.Name, actor.At);
        if (holder is { } absent && viewer.StandsInFor.Contains(absent))
            audit.Record(actor, "task.taken-as-substitute", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff, ("task", item.Name), ("person", name));
        else
            audit.Record(actor, "task.taken", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff, ("task", item.Name));
        return item;
    }

    /// <summary>Gives a task back to its queue; the actor's reason is kept, so that the task does not come back to the same person by itself.</summary>
    public async Task<Result<WorkItem>> ReleaseAsync(Guid workItemId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        if (item.AssigneeId is not { } holder)
            return item;
        if (IsHeldByAnother(item, viewer))
            return new RuleViolation("task.taken", null, item.AssigneeName ?? "");
        await allocations.AddAsync(item, AllocationKind.GivenBack, holder, new() { Words = actor.Reason }, actor.At, ct);
        item.Release();
        audit.Record(actor, "task.released", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff, ("task", item.Name));
        return item;
    }

    /// <summary>Ends a task by one of its outcomes and moves the process on.</summary>
    /// <param name="data">What the process needs to know besides the outcome.</param>
    public async Task<Result<WorkItem>> CompleteAsync(
        WorkItem item, string outcome, IReadOnlyDictionary<string, object?> data, Actor actor, CancellationToken ct)
    {
        if (!item.Outcomes.Contains(outcome))
            return new RuleViolation("task.unknown-outcome", "outcome", outcome);
        // Also who never took the task keeps out of what they may not do.
        if (Queues.OfTheHouse.Contains(item.Queue) && actor.PersonId is { } person && await conflicts.OfAsync(item, person, ct) is { } conflict)
            return conflict;
        if (await StandsStillAsync(item, ct))
            return new RuleViolation("task.paused");
        await MarkSubstituteAsync(item, actor, ct);
        item.Complete(outcome, actor.PersonId, actor.At);
        var resumed = await runtime.CompleteTaskAsync(item.Id, new TaskResult(outcome, data), actor.At, ct);
        return resumed switch
        {
            ResumeOutcome.Resumed => item,
            ResumeOutcome.InstanceFaulted or ResumeOutcome.InstanceSuspended => new RuleViolation("task.halted"),
            _ => new RuleViolation("task.cancelled"),
        };
    }

    /// <summary>
    /// Whether a task of the centre waits for a pause to end: work that goes on while its clock stands still would not be counted.
    /// The applicant's answer ends the pause by itself.
    /// </summary>
    public Task<bool> StandsStillAsync(WorkItem item, CancellationToken ct) => item.Clock == ClockOwner.Centre
        ? db.CasePauses.AnyAsync(p => p.CaseId == item.CaseId && p.EndedAt == null, ct)
        : Task.FromResult(false);

    /// <summary>Who acts on the task of somebody absent does it in their place: the trail says so.</summary>
    private async Task MarkSubstituteAsync(WorkItem item, Actor actor, CancellationToken ct)
    {
        if (item.AssigneeId is not { } holder || actor.PersonId is not { } person || holder == person)
            return;
        var today = ChinaTime.DateOf(actor.At);
        if (await db.Absences.AnyAsync(
            a => a.PersonId == holder && a.SubstituteId == person && a.From <= today && a.To >= today && a.CancelledAt == null, ct))
            audit.Record(actor, "task.done-as-substitute", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff,
                ("task", item.Name), ("person", item.AssigneeName));
    }

    /// <summary>Whether the task is somebody else's to do: neither the viewer's, nor of one for whom the viewer stands in or whom the viewer supervises.</summary>
    public static bool IsHeldByAnother(WorkItem item, Viewer viewer) =>
        item.AssigneeId is { } holder && holder != viewer.PersonId && !viewer.StandsInFor.Contains(holder) && !viewer.Is(Roles.Supervisor);

    /// <summary>Whether a task lies in one of the viewer's queues.</summary>
    public static bool MayWork(Viewer viewer, WorkItem item) => item.Queue switch
    {
        Queues.Applicant => Guid.TryParse(item.Scope, out var firm) && viewer.ActsFor(firm),
        Queues.Court => viewer.Is(Roles.CourtClerk) && item.Scope is not null && item.Scope == viewer.CourtId,
        _ => viewer.IsAny(RolesOf(item.Queue)),
    };

    /// <summary>The roles whose people do the work of a queue day by day: a supervisor steps in, and is sent nothing.</summary>
    public static IReadOnlyList<string> WorkersOf(string queue) =>
        queue == Queues.Supervision ? RolesOf(queue) : [.. RolesOf(queue).Where(role => role != Roles.Supervisor)];

    /// <summary>The roles whose people work a queue of the house.</summary>
    public static IReadOnlyList<string> RolesOf(string queue) => queue switch
    {
        Queues.Examination or Queues.OfficeResults => [Roles.Examiner, Roles.Supervisor],
        Queues.Quality => [Roles.Reviewer, Roles.Supervisor],
        Queues.Supervision => [Roles.Supervisor],
        Queues.Rights => [Roles.RightsOfficer, Roles.Supervisor],
        Queues.Procurator => [Roles.Procurator],
        Queues.Court => [Roles.CourtClerk],
        _ => [],
    };
}
