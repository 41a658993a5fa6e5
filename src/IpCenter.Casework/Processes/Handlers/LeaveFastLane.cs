using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The case leaves the fast lane; the applicant's rights are untouched and it goes on as an ordinary application.</summary>
public sealed class LeaveFastLane(CaseworkDbContext db, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "LeaveFastLane";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var reason = Text(context, "reason");
        (await Db.Applications.FindAsync([file.Id], ct))!.LeaveFastLane(reason);
        audit.Record(Actor.System(context.Now, reason), "fast-lane.left", $"application:{file.Id}", file.Id, AuditVisibility.Parties, ("reason", reason));
        return Done;
    }
}
