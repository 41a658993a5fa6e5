using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>One task of a bulk assignment: given, or the rule that refused it.</summary>
public sealed record AssignedRow(Guid WorkItemId, RuleViolation? Refused);

/// <summary>What became of a bulk assignment, row by row.</summary>
public sealed record Assignment(Guid BatchId, IReadOnlyList<AssignedRow> Rows)
{
    public int Given => Rows.Count(row => row.Refused is null);
}

/// <summary>
/// A supervisor gives open tasks to one person, or back to everybody. Each row has its own answer, and is kept with it:
/// a task that was finished meanwhile, or that the person may not do, does not stop the others.
/// </summary>
public sealed class AssignTasks(CaseworkDbContext db, TaskConflicts conflicts, AllocationLog allocations, AuditTrail audit)
{
    /// <summary>More than anybody looks through on one page.</summary>
    public const int AtMost = 200;

    /// <param name="batchId">Names this action: sent twice, it is done once.</param>
    /// <param name="workItemIds">The tasks chosen.</param>
    /// <param name="personId">Who gets them; <c>null</c> gives them back to the queue.</param>
    /// <param name="viewer">The supervisor.</param>
    /// <param name="actor">The same as the author of the writes.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Result<Assignment>> ExecuteAsync(
        Guid batchId, IReadOnlyCollection<Guid> workItemIds, Guid? personId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor))
            return new RuleViolation("task.not-found");
        if (await DoneAsync(batchId, ct) is { } done)
            return done;
        if (workItemIds.Count is 0 or > AtMost)
            return new RuleViolation("task.choose-some", "items");
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == personId && (p.LockoutEnd == null || p.LockoutEnd < Person.LockedForGood), ct);
        if (personId is not null && person is null)
            return new RuleViolation("task.no-such-person", "person");
        var items = await db.WorkItems.Where(w => workItemIds.Contains(w.Id)).ToListAsync(ct);
        if (items.Count == 0)
            return new RuleViolation("task.not-found");

        var check = person is null ? null : await CheckForAsync(person, items, actor.At, ct);
        List<AssignedRow> rows = [];
        foreach (var item in items.OrderBy(w => w.DueAt).ThenBy(w => w.Id))
        {
            var refused = item.CompletedAt is not null ? new RuleViolation("task.already-done", null, await NameOfAsync(item.CompletedBy, ct))
                : item.CancelledAt is not null ? new RuleViolation("task.cancelled")
                : check?.Invoke(item);
            await KeepAsync(batchId, item, person, refused, actor, ct);
            rows.Add(new(item.Id, refused));
        }
        return new Assignment(batchId, rows);
    }

    private async Task KeepAsync(Guid batchId, WorkItem item, Person? person, RuleViolation? refused, Actor actor, CancellationToken ct)
    {
        var kind = refused is null ? AllocationKind.Assigned : AllocationKind.Refused;
        var reason = new AllocationReason { Violation = refused?.Code, Arguments = [.. refused?.Arguments ?? []] };
        await allocations.AddAsync(item, kind, person?.Id, reason, actor.At, ct, batchId);
        if (refused is not null || item.AssigneeId == person?.Id)
            return;
        if (person is null)
            item.Release();
        else
            item.Assign(person.Id, person.DisplayName, actor.At);
        audit.Record(actor, person is null ? "task.released" : "task.assigned", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff,
            ("task", item.Name), ("person", person?.DisplayName));
    }

    /// <summary>What speaks against a person for a task.</summary>
    private async Task<Func<WorkItem, RuleViolation?>> CheckForAsync(Person person, List<WorkItem> items, DateTimeOffset at, CancellationToken ct)
    {
        var roles = await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            where link.UserId == person.Id
            select role.Name!).ToListAsync(ct);
        var today = ChinaTime.DateOf(at);
        var away = await db.Absences.AsNoTracking()
            .FirstOrDefaultAsync(a => a.PersonId == person.Id && a.From <= today && a.To >= today && a.CancelledAt == null, ct);
        var against = await conflicts.OfAsync(items, ct);
        return item => !TaskDesk.RolesOf(item.Queue).Any(roles.Contains) ? new RuleViolation("task.not-their-queue", "person", person.DisplayName)
            : away is not null ? new RuleViolation("task.person-away", "person", person.DisplayName, away.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : TaskConflicts.Find(against, item.Id, person.Id) is { } conflict ? conflict with { Code = $"{conflict.Code}.of", Arguments = [person.DisplayName] }
            : null;
    }

    private async Task<Assignment?> DoneAsync(Guid batchId, CancellationToken ct)
    {
        var rows = await db.Allocations.AsNoTracking().Where(a => a.BatchId == batchId).ToListAsync(ct);
        return rows.Count == 0
            ? null
            : new Assignment(batchId, [.. rows.Select(a => new AssignedRow(
                a.WorkItemId, a.Reason.Violation is { } code ? new RuleViolation(code, null, [.. a.Reason.Arguments]) : null))]);
    }

    private async Task<string> NameOfAsync(Guid? personId, CancellationToken ct) =>
        await db.Users.Where(p => p.Id == personId).Select(p => p.DisplayName).SingleOrDefaultAsync(ct) ?? Actor.SystemName;
}
