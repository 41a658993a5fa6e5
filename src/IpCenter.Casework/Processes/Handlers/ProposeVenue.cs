using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Referrals;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The venue rules propose a court for what is known so far; the officer confirms or overrules.</summary>
public sealed class ProposeVenue(CaseworkDbContext db, VenueProposal proposal, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "ProposeVenue";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var referral = (await Db.Referrals.FindAsync([file.Id], ct))!;
        proposal.Propose(referral, context.Now);
        audit.Record(Actor.System(context.Now, "venue-rules"), "referral.venue-proposed", $"referral:{file.Id}", file.Id, AuditVisibility.Parties,
            ("court", referral.ProposedCourtId));
        return new TaskResult(referral.ProposedCourtId is null ? "unknown" : "proposed");
    }
}
