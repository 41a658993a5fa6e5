using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>
/// Who may still change what was found at a case: while it is examined or read again, whoever does that. Afterwards the decision
/// stands on what was judged before it.
/// </summary>
public sealed class OpenExamination(CaseworkDbContext db, TaskConflicts conflicts)
{
    private static readonly IReadOnlyList<string> Tasks = [.. DecideExamination.Tasks, .. ConfirmSecondReading.Tasks];

    /// <returns>Why the viewer may not; <c>null</c> where nothing speaks against it.</returns>
    public async Task<RuleViolation?> AgainstAsync(Guid caseId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff)
            return new("case.not-found");
        if (await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, now, ct) is { } conflict)
            return conflict;
        var open = await db.WorkItems.AsNoTracking()
            .Where(w => w.CaseId == caseId && Tasks.Contains(w.Name) && w.CompletedAt == null && w.CancelledAt == null)
            .ToListAsync(ct);
        return open.Count == 0 ? new("examination.over")
            : open.All(w => TaskDesk.IsHeldByAnother(w, viewer)) ? new("task.taken", null, open[0].AssigneeName ?? "")
            : null;
    }
}
