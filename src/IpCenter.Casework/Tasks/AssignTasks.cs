using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// A supervisor gives open tasks to one person, or back to everybody. Tasks that were finished meanwhile are left
/// alone: the answer says how many changed hands.
/// </summary>
public sealed class AssignTasks(CaseworkDbContext db, AuditTrail audit)
{
    /// <summary>More than anybody looks through on one page.</summary>
    public const int AtMost = 200;

    /// <param name="personId">Who gets them; <c>null</c> gives them back to the queue.</param>
    public async Task<Result<int>> ExecuteAsync(IReadOnlyCollection<Guid> workItemIds, Guid? personId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor))
            return new RuleViolation("task.not-found");
        if (workItemIds.Count is 0 or > AtMost)
            return new RuleViolation("task.choose-some", "items");
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, ct);
        if (personId is not null && person is null)
            return new RuleViolation("task.no-such-person", "person");
        var roles = await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            where link.UserId == personId
            select role.Name!).ToListAsync(ct);
        var items = await db.WorkItems
            .Where(w => workItemIds.Contains(w.Id) && w.CompletedAt == null && w.CancelledAt == null)
            .ToListAsync(ct);
        if (person is not null && items.Any(w => !TaskDesk.RolesOf(w.Queue).Any(roles.Contains)))
            return new RuleViolation("task.not-their-queue", "person", person.DisplayName);

        foreach (var item in items)
        {
            if (person is null)
                item.Release();
            else
                item.Assign(person.Id, person.DisplayName, actor.At);
            audit.Record(actor, person is null ? "task.released" : "task.assigned", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff,
                ("task", item.Name), ("person", person?.DisplayName));
        }
        return items.Count;
    }
}
