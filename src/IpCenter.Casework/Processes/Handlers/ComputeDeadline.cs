using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.ReferenceData;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// Computes a date of the process by its rule and keeps the answer to "why this date?". Where a second reading sent the case back to
/// be examined anew, the applicant, who has done nothing and has had a date, is told the new one and why.
/// </summary>
public sealed class ComputeDeadline(
    CaseworkDbContext db, DeadlineBook book, NoticeSending notices, AuditTrail audit, ReferenceLibrary reference) : CaseTask(db)
{
    public const string Again = "examination-again";

    public override string TaskName => "ComputeDeadline";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var calendar = reference.Calendar;
        var deadline = await book.CountAsync(file, reference.Deadlines[Text(context, "deadline")], context.Now, [], calendar, ct);
        var promised = await PromisedAsync(file, deadline, ct);
        await book.EnterAsync(file, deadline, new DeadlineEntry(context.Now, context.ActivityId), calendar, context.Now, ct);
        if (promised is { } was && was < deadline.DueAt)
            await TellAsync(file, was, deadline.DueAt, context.Now, ct);
        return new TaskResult("computed", book.DatesOf(deadline, context.Now));
    }

    /// <summary>The date by which the case was to be examined that a second reading has sent back; <c>null</c> for every other date.</summary>
    private async Task<DateTimeOffset?> PromisedAsync(CaseFile file, Deadline deadline, CancellationToken ct)
    {
        if (deadline.Explanation.Rule.Key != DeadlineKeys.Examination)
            return null;
        var before = await Db.CaseDeadlines.AsNoTracking().Where(d => d.CaseId == file.Id).Select(d => new { d.RuleKey, d.StartedAt, d.ComputedAt, d.DueAt }).ToListAsync(ct);
        var examined = before.Where(d => d.RuleKey == DeadlineKeys.Examination).OrderBy(d => d.ComputedAt).LastOrDefault();
        var read = before.Where(d => d.RuleKey == DeadlineKeys.SecondReading).OrderBy(d => d.StartedAt).LastOrDefault();
        var corrected = before.Where(d => d.RuleKey == DeadlineKeys.Correction).OrderBy(d => d.StartedAt).LastOrDefault();
        return examined is not null && read is not null && read.StartedAt >= examined.StartedAt && !(corrected?.StartedAt >= read.StartedAt) ? examined.DueAt : null;
    }

    private async Task TellAsync(CaseFile file, DateTimeOffset was, DateTimeOffset due, DateTimeOffset now, CancellationToken ct)
    {
        var (from, to) = (PauseClock.Day(was), PauseClock.Day(due));
        audit.Record(Actor.System(now, "second-reading"), "deadline.begun-again", $"case:{file.Id}", file.Id, AuditVisibility.Parties, ("wasDay", from), ("dueDay", to));
        await notices.ToFirmAsync(file.FirmId, file, Again, [("due", to), ("was", from)], now, ct);
    }
}
