using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The complete dossier goes before the clerk of the chosen court.</summary>
public sealed class SendReferral(CaseworkDbContext db, NoticeSending notices, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "SendReferral";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var referral = (await Db.Referrals.FindAsync([file.Id], ct))!;
        referral.Send(context.Now);
        await notices.ToRolesAsync([Roles.CourtClerk], referral.CourtId, file, "referral-received", [], context.Now, ct);
        audit.Record(Actor.System(context.Now, "dossier-complete"), "referral.sent", $"referral:{file.Id}", file.Id, AuditVisibility.Parties,
            ("court", referral.CourtId));
        return Done;
    }
}
