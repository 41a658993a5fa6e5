using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>One task of a bulk assignment and what became of it.</summary>
public sealed record AssignmentRow(Guid WorkItemId, string Task, string Number, string Title, RuleViolation? Refused);

/// <summary>A bulk assignment as it was done.</summary>
/// <param name="Person">Who was to get the tasks; <c>null</c>: the queue.</param>
public sealed record DoneAssignment(string? Person, DateTimeOffset At, IReadOnlyList<AssignmentRow> Rows);

/// <summary>Reads a bulk assignment row by row; <c>null</c> for anybody but a supervisor.</summary>
public sealed class AssignmentQuery(CaseworkDbContext db)
{
    public async Task<DoneAssignment?> FindAsync(Guid batchId, Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor))
            return null;
        var rows = await (
            from step in db.Allocations.AsNoTracking()
            join item in db.WorkItems.AsNoTracking() on step.WorkItemId equals item.Id
            join file in db.Cases.AsNoTracking() on item.CaseId equals file.Id
            where step.BatchId == batchId
            orderby item.DueAt, item.Id
            select new { Step = step, item.Name, file.Number, file.Title }).ToListAsync(ct);
        if (rows.Count == 0)
            return null;
        var person = rows[0].Step.PersonId;
        var name = await db.Users.Where(p => p.Id == person).Select(p => p.DisplayName).SingleOrDefaultAsync(ct);
        return new(name, rows[0].Step.At, [.. rows.Select(r => new AssignmentRow(
            r.Step.WorkItemId, r.Name, r.Number ?? "", r.Title,
            r.Step is { Kind: AllocationKind.Refused, Reason: { Violation: { } code } reason } ? new RuleViolation(code, null, [.. reason.Arguments]) : null))]);
    }
}
