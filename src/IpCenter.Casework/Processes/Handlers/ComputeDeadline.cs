using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Computes a date of the process by its rule and keeps the answer to "why this date?".</summary>
public sealed class ComputeDeadline(CaseworkDbContext db, ReferenceLibrary reference) : CaseTask(db)
{
    public override string TaskName => "ComputeDeadline";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var rule = reference.Deadlines[Text(context, "deadline")];
        var deadline = await ComputeAsync(file, rule, context.Now, ct);
        var words = DeadlineWording.Explain(deadline);
        foreach (var old in await Db.CaseDeadlines.Where(d => d.CaseId == file.Id && d.SettledAt == null).ToListAsync(ct))
            old.Settle(context.Now);
        Db.CaseDeadlines.Add(new CaseDeadline
        {
            Id = Guid.CreateVersion7(context.Now),
            CaseId = file.Id,
            RuleKey = rule.Key,
            Stage = file.Stage,
            StartedAt = context.Now,
            WarnAt = deadline.WarnAt,
            DueAt = deadline.DueAt,
            ExplanationZh = string.Concat(words.Select(w => w.Zh)),
            ExplanationEn = string.Join(' ', words.Select(w => w.En)),
            ComputedAt = context.Now,
        });
        file.Expect(deadline.DueAt);
        var dates = new Dictionary<string, object?>
        {
            ["warnAt"] = ProcessTime.Iso(deadline.WarnAt),
            ["dueAt"] = ProcessTime.Iso(deadline.DueAt),
        };
        // The payment has to be in time; where the filing itself is told when that day is over, a working day is left to tell of the payment.
        if (rule.Key == DeadlineKeys.FilingFee)
            dates["reportBy"] = ProcessTime.Iso(context.Now <= deadline.DueAt
                ? deadline.DueAt
                : ChinaTime.EndOfDay(reference.Calendar.AddWorkingDays(ChinaTime.DateOf(context.Now), 1)));
        foreach (var (at, reminder) in deadline.Reminders.Index())
            dates[$"reminder{at + 1}"] = ProcessTime.Iso(reminder);
        return new TaskResult("computed", dates);
    }

    /// <summary>The fee counts from the day of the acceptance notice; everything else from now.</summary>
    private async Task<Deadline> ComputeAsync(CaseFile file, DeadlineRule rule, DateTimeOffset now, CancellationToken ct)
    {
        if (rule.Key == DeadlineKeys.FilingFee && (await Db.Applications.FindAsync([file.Id], ct))?.OfficeAcceptedOn is { } accepted)
            return Deadline.Compute(rule, accepted, reference.Calendar);
        return Deadline.Compute(rule, now, reference.Calendar);
    }
}
