using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The result at court goes back to the report that it came from, whose process waits for it.</summary>
public sealed class ReportOutcome(CaseworkDbContext db, WorkflowRuntime runtime, AuditTrail audit) : CaseTask(db)
{
    public const string Event = "ReferralClosed";

    public override string TaskName => "ReportOutcome";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var outcome = Text(context, "outcome");
        var referral = (await Db.Referrals.FindAsync([file.Id], ct))!;
        audit.Record(Actor.System(context.Now, outcome), "report.court-outcome", $"report:{referral.ReportId}", referral.ReportId,
            AuditVisibility.Parties, ("outcome", outcome), ("number", file.Number));
        await runtime.PublishEventAsync(
            referral.ReportId.ToString(), Event, new Dictionary<string, object?> { ["outcome"] = outcome }, context.Now, ct);
        return Done;
    }
}
