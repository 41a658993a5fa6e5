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
        return new TaskResult("computed", new Dictionary<string, object?>
        {
            ["warnAt"] = ProcessTime.Iso(deadline.WarnAt),
            ["dueAt"] = ProcessTime.Iso(deadline.DueAt),
        });
    }

    /// <summary>The fee counts from the day of the acceptance notice; everything else from now.</summary>
    private async Task<Deadline> ComputeAsync(CaseFile file, DeadlineRule rule, DateTimeOffset now, CancellationToken ct)
    {
        if (rule.Key == DeadlineKeys.FilingFee && (await Db.Applications.FindAsync([file.Id], ct))?.OfficeAcceptedOn is { } accepted)
            return Deadline.Compute(rule, accepted, reference.Calendar);
        return Deadline.Compute(rule, now, reference.Calendar);
    }
}
