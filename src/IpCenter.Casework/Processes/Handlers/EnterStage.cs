using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The case enters a stage: the old deadline is settled and the stage's clock runs.</summary>
public sealed class EnterStage(CaseworkDbContext db, CaseClockwork clocks, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "EnterStage";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var (stage, reason) = (Text(context, "stage"), Text(context, "reason"));
        foreach (var deadline in await Db.CaseDeadlines.Where(d => d.CaseId == file.Id && d.SettledAt == null).ToListAsync(ct))
            deadline.Settle(context.Now);
        file.EnterStage(stage);
        await clocks.SwitchAsync(file.Id, ClockOwners.Parse(Text(context, "clock")), reason, context.Now, ct);
        audit.Record(Actor.System(context.Now, reason), "stage.entered", $"case:{file.Id}", file.Id, AuditVisibility.Parties, ("stage", stage));
        return Done;
    }
}
