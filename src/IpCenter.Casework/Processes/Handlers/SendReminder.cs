using System.Globalization;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// Reminds of a date that still runs. A reminder whose moment had passed when the date was set, or whose successor's moment has
/// come because the system stood still, is left out: people get the one that counts, not all of them at once.
/// </summary>
public sealed class SendReminder(CaseworkDbContext db, NoticeRouting routing) : CaseTask(db)
{
    public override string TaskName => "SendReminder";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var (at, until) = (Instant(context, "at"), Instant(context, "until"));
        var date = await Db.CaseDeadlines.AsNoTracking().Where(d => d.CaseId == file.Id && d.SettledAt == null)
            .OrderByDescending(d => d.ComputedAt).FirstOrDefaultAsync(ct);
        // What waited for a clock to run again is not left out because the date was set when it did.
        if ((at < date?.ComputedAt && date.Cause != DeadlineCause.Resumption) || context.Now >= until)
            return new TaskResult("left-out");
        await routing.SendAsync(file, Text(context, "template"), context.Now, ct);
        return Done;
    }

    private static DateTimeOffset Instant(WorkflowTaskContext context, string name) =>
        DateTimeOffset.Parse(Text(context, name), CultureInfo.InvariantCulture);
}
