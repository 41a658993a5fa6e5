using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Pauses;

/// <summary>
/// Who may let a clock stand still and run again: whoever holds the case, or held it last before the applicant's turn; and supervisors.
/// Never who has to keep out of the case.
/// </summary>
public sealed class PauseRights(CaseworkDbContext db, TaskConflicts conflicts)
{
    /// <summary>Who works on the case in the house now, besides who acts: they are told when its clock stops and goes.</summary>
    public Task<List<Guid>> HoldersAsync(Guid caseId, Guid? actor, CancellationToken ct) => db.WorkItems
        .Where(w => w.CaseId == caseId && Queues.OfTheHouse.Contains(w.Queue) && w.CompletedAt == null && w.CancelledAt == null
            && w.AssigneeId != null && w.AssigneeId != actor)
        .Select(w => w.AssigneeId!.Value)
        .Distinct()
        .ToListAsync(ct);

    public async Task<bool> MayAsync(CaseFile file, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        // Reports and referrals have no period that a pause moves: what must not lie overnight does not wait.
        if (file.Kind != CaseKind.DesignApplication || viewer.PersonId is not { } person)
            return false;
        if (await conflicts.OfCaseAsync(file.Id, person, now, ct) is not null)
            return false;
        if (viewer.Is(Roles.Supervisor))
            return true;
        if (!viewer.IsExaminingStaff)
            return false;
        var ofTheHouse = db.WorkItems.AsNoTracking().Where(w => w.CaseId == file.Id && Queues.OfTheHouse.Contains(w.Queue) && w.AssigneeId != null);
        var tasks = await ofTheHouse.Where(w => w.CancelledAt == null).ToListAsync(ct);
        var last = tasks.Where(w => w.IsOpen).DefaultIfEmpty(tasks.Where(w => !w.IsOpen).MaxBy(w => (w.CompletedAt, w.CreatedAt))).FirstOrDefault();
        return last?.AssigneeId is { } holder && (holder == person || viewer.StandsInFor.Contains(holder));
    }
}
