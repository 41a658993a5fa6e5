using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Office;

/// <summary>What the applicant tells of the payment.</summary>
/// <param name="PaidOn">The day on which it was paid.</param>
/// <param name="Proof">A screenshot or a receipt, looked at.</param>
/// <param name="PromisesProof">The proof follows; only where the centre's configuration allows it.</param>
/// <param name="KnowsItIsLate">The applicant was told what follows from a day that is too late.</param>
public sealed record FeePayment(DateOnly? PaidOn, CheckedFile? Proof, bool PromisesProof = false, bool KnowsItIsLate = false);

/// <summary>
/// The applicant reports that the filing fee was paid on the office's online system. In time, the day of the acceptance notice
/// or the next working day, the case keeps the fast lane; later it loses it and stands as an ordinary one. Also who lost the
/// fast lane already reports the payment here, so that the centre knows that the application is safe.
/// </summary>
public sealed class RecordFeePayment(
    CaseworkDbContext db, TaskDesk desk, FeeDuty duty, SupplyDocument supply, OweDocuments documents, NoticeSending notices, ReferenceLibrary reference,
    AuditTrail audit)
{
    public const string Task = "PayFilingFee";

    /// <summary>Outcome of a payment after the last day of the fast lane; processes of the first version have none such and lapse.</summary>
    public const string Late = "late";

    public async Task<Result<DesignApplication>> ExecuteAsync(Guid caseId, FeePayment payment, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var application = await db.Applications.FindAsync([caseId], ct);
        if (application is null || !viewer.ActsFor(application.FirmId) || await db.Cases.FindAsync([caseId], ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (application.FeePaidAt is not null)
            return application;
        var task = await desk.FindByNameAsync(caseId, [Task], viewer, ct);
        if (!file.IsOpen || (task is null && !MayTellLate(application)))
            return new RuleViolation("fee.not-now", null, file.Number ?? "");
        var due = duty.Of(application);
        if (Violations(application, payment, due, actor.At) is { Count: > 0 } violations)
            return violations;

        application.RecordPayment(payment.PaidOn!.Value, actor.At);
        await KeepProofAsync(file, payment, actor, ct);
        var inTime = due.IsInTime(payment.PaidOn.Value);
        audit.Record(actor, inTime ? "office.fee-paid" : "office.fee-paid-late", $"application:{caseId}", caseId, AuditVisibility.Parties,
            ("day", payment.PaidOn.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        // Told too late, paid in time: a supervisor may take the fast lane up again.
        if (RestoreFastLane.MayBeAsked(application, due)
            && (await db.WorkItems.AsNoTracking().Where(w => w.CaseId == caseId && w.CompletedAt == null && w.CancelledAt == null).ToListAsync(ct)).Exists(w => w.Outcomes.Contains(RestoreFastLane.Outcome)))
            await notices.ToRolesAsync([Roles.Supervisor], null, file, RestoreFastLane.AskNotice, [], actor.At, ct);
        var outcome = inTime ? "paid" : Late;
        if (task is null || !task.Outcomes.Contains(outcome))
            return application;
        var done = await desk.CompleteAsync(task, outcome, new Dictionary<string, object?>(), actor, ct);
        return done.Succeeded ? application : (List<RuleViolation>)[.. done.Violations];
    }

    /// <summary>The fast lane is lost and the fee still open: the law gives longer.</summary>
    public static bool MayTellLate(DesignApplication application) =>
        application is { LeftFastLane: true, OfficeNumber: not null, FeePaidAt: null };

    private List<RuleViolation> Violations(DesignApplication application, FeePayment payment, FeeDue due, DateTimeOffset now)
    {
        List<RuleViolation> violations = [];
        if (payment.PaidOn is not { } paidOn)
            violations.Add(new("fee.day", "paidOn"));
        else if (paidOn > ChinaTime.DateOf(now))
            violations.Add(new("date.not-future", "paidOn"));
        else if (paidOn < application.OfficeFiledOn)
            violations.Add(new("fee.before-filing", "paidOn"));
        else if (!due.IsInTime(paidOn) && !payment.KnowsItIsLate && !application.LeftFastLane)
            violations.Add(new("fee.late", "knowsItIsLate"));
        if (payment.Proof is null && !payment.PromisesProof)
            violations.Add(new(reference.Documents.FeeProofMayFollow ? "fee.proof-or-promise" : "fee.proof", "proof"));
        if (payment.Proof is null && payment.PromisesProof && !reference.Documents.FeeProofMayFollow)
            violations.Add(new("fee.no-promise", "proof"));
        return violations;
    }

    private async Task KeepProofAsync(CaseFile file, FeePayment payment, Actor actor, CancellationToken ct)
    {
        if (payment.Proof is { } proof)
            await supply.KeepProofAsync(file, DocumentKinds.FeeProof, proof, actor, ct);
        await documents.OweProofAsync(file.Id, DocumentKinds.FeeProof, payment.Proof is not null, actor, ct);
    }
}
