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
        if (open.Count == 0)
            return new("examination.over");
        var ownQueue = open.Where(w => TaskDesk.MayWork(viewer, w)).ToList();
        if (ownQueue.Count == 0)
            return new("examination.not-yours");
        var free = ownQueue.Where(w => !TaskDesk.IsHeldByAnother(w, viewer)).ToList();
        if (free.Count == 0)
            return new("task.taken", null, ownQueue[0].AssigneeName ?? "");
        // Whoever decided first changes nothing that the second reader reads.
        foreach (var item in free)
            if (await conflicts.OfAsync(item, viewer.PersonId.Value, ct) is { } own)
                return own;
        return null;
    }
}
