using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Referrals;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Builds the index of the dossier from what the centre has, and says whether all that the court needs is there.</summary>
public sealed class BuildDossier(CaseworkDbContext db, DossierIndex index, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "BuildDossier";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var referral = (await Db.Referrals.FindAsync([file.Id], ct))!;
        referral.File(await index.BuildAsync(referral, ct));
        var missing = referral.Dossier.Where(e => e is { Required: true, Present: false }).Select(e => e.Key).ToList();
        audit.Record(Actor.System(context.Now, "dossier"), missing.Count == 0 ? "referral.dossier-complete" : "referral.dossier-built", $"referral:{file.Id}", file.Id, AuditVisibility.Parties,
            ("missing", missing.Count == 0 ? null : string.Join(' ', missing)));
        return new TaskResult(missing.Count == 0 ? "complete" : "incomplete");
    }
}
