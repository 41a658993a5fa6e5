using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Referrals;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The court route was chosen: a referral is opened with its own number and process, in the same save.</summary>
public sealed class OpenReferral(CaseworkDbContext db, OpenCase open, AuditTrail audit) : CaseTask(db)
{
    public const string Definition = "court-referral";

    public override string TaskName => "OpenReferral";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var report = (await Db.InfringementReports.FindAsync([file.Id], ct))!;
        if (report.ReferralId is { } pending && await Db.Cases.AnyAsync(c => c.Id == pending && c.ClosedAt == null, ct))
            return Done;

        // The id follows from the task: the same task twice opens one referral.
        var referralFile = new CaseFile
        {
            Id = context.IdempotencyKey,
            Kind = CaseKind.Referral,
            Title = file.Title,
            FirmId = file.FirmId,
            OpenedBy = file.OpenedBy,
            OpenedAt = context.Now,
        };
        Db.Cases.Add(referralFile);
        Db.Referrals.Add(new Referral
        {
            Id = referralFile.Id,
            ReportId = file.Id,
            FirmId = file.FirmId,
            Cause = report.OwnDesignId is null ? "unfair-competition" : "design-patent-infringement",
            DefendantName = report.Account.Length > 0 ? report.Account : report.LinkOrRoom,
            DefendantPlace = "",
        });
        report.Refer(referralFile.Id);
        await open.ExecuteAsync(referralFile, Definition, context.Now, ct);
        audit.Record(Actor.System(context.Now, "court-route"), "referral.opened", $"referral:{referralFile.Id}", referralFile.Id,
            AuditVisibility.Parties, ("number", referralFile.Number), ("report", file.Number));
        audit.Record(Actor.System(context.Now, "court-route"), "report.referred", $"report:{file.Id}", file.Id,
            AuditVisibility.Parties, ("number", referralFile.Number));
        return new TaskResult("opened", new Dictionary<string, object?> { ["referralId"] = referralFile.Id.ToString() });
    }
}
