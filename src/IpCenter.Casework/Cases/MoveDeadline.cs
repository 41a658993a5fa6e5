using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Processes;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>
/// Puts another date in the place of the one that stands: what was said before is kept, and the case, the tasks that bear the date
/// and the process that waits by it move together, in the save of whatever moved it.
/// </summary>
public sealed class MoveDeadline(CaseworkDbContext db, DeadlineBook book, WorkflowRuntime runtime)
{
    /// <returns>The new date; <c>null</c>, with nothing changed, where nothing waits by the old one any more.</returns>
    public async Task<CaseDeadline?> ExecuteAsync(
        CaseFile file, CaseDeadline old, Deadline counted, DeadlineCause cause, Guid? pauseId, WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        if (old.ComputedBy is not { } activity || file.WorkflowInstanceId is not { } process)
            return null;
        var result = new TaskResult("computed", book.DatesOf(counted, cause == DeadlineCause.Correction ? now : old.StartedAt));
        var revision = await runtime.ReviseAsync(process, activity, result, ReasonOf(cause), now, ct);
        if (revision.Outcome is RevisionOutcome.NothingWaits or RevisionOutcome.InstanceEnded)
            return null;
        var deadline = await book.EnterAsync(
            file, counted, new DeadlineEntry(old.StartedAt, activity, cause) { ReplacesId = old.Id, PauseId = pauseId }, calendar, now, ct);
        foreach (var item in await db.WorkItems.Where(w => w.CaseId == file.Id && w.CompletedAt == null && w.CancelledAt == null && w.DueAt == old.DueAt).ToListAsync(ct))
            (item.WarnAt, item.DueAt) = WorkItemOpening.NoLaterThanTerm(await db.Applications.FindAsync([file.Id], ct), item.Queue, now, deadline.WarnAt, deadline.DueAt);
        return deadline;
    }

    private static string ReasonOf(DeadlineCause cause) => cause switch
    {
        DeadlineCause.Pause => "clock-paused",
        DeadlineCause.Resumption => "clock-resumed",
        DeadlineCause.Calendar => "calendar-changed",
        DeadlineCause.Correction => "filing-corrected",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A stage sets its own date."),
    };
}
