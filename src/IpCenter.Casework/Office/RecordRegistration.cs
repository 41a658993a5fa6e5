using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>What the applicant tells of the registration at the office.</summary>
/// <param name="DoneOn">The day on which it was done and paid.</param>
/// <param name="Proof">A screenshot or a receipt, looked at.</param>
/// <param name="PromisesProof">The proof follows; only where the centre's configuration allows it.</param>
public sealed record RegistrationDone(DateOnly? DoneOn, CheckedFile? Proof, bool PromisesProof = false);

/// <summary>
/// The applicant reports that the grant was registered and its fees were paid at the office (办理登记手续). A day after the two months is
/// refused with what is left: what the office does with it is told by the office, and recorded by a person.
/// </summary>
public sealed class RecordRegistration(
    CaseworkDbContext db, TaskDesk desk, RegistrationDuty duty, SupplyDocument supply, OweDocuments documents, ReferenceLibrary reference, AuditTrail audit)
{
    public const string Task = "CompleteRegistration";

    public async Task<Result<DesignApplication>> ExecuteAsync(Guid caseId, RegistrationDone done, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Applications.FindAsync([caseId], ct) is not { } application || !viewer.ActsFor(application.FirmId)
            || await db.Cases.FindAsync([caseId], ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (application.RegistrationToldAt is not null)
            return application;
        if (await desk.FindByNameAsync(caseId, [Task], viewer, ct) is not { } task || duty.Of(application) is not { } due)
            return new RuleViolation("registration.not-now", null, file.Number ?? "");
        if (Violations(application, done, due, ChinaTime.DateOf(actor.At)) is { Count: > 0 } violations)
            return violations;

        application.RecordRegistration(done.DoneOn!.Value, actor.At);
        if (done.Proof is { } proof)
            await supply.KeepProofAsync(file, DocumentKinds.RegistrationProof, proof, actor, ct);
        await documents.OweProofAsync(caseId, DocumentKinds.RegistrationProof, done.Proof is not null, actor, ct);
        audit.Record(actor, "office.registered", $"application:{caseId}", caseId, AuditVisibility.Parties, ("day", Day(done.DoneOn.Value)));
        var completed = await desk.CompleteAsync(task, "registered", new Dictionary<string, object?>(), actor, ct);
        return completed.Succeeded ? application : (List<RuleViolation>)[.. completed.Violations];
    }

    private List<RuleViolation> Violations(DesignApplication application, RegistrationDone done, RegistrationDue due, DateOnly today)
    {
        List<RuleViolation> violations = [];
        if (done.DoneOn is not { } day)
            violations.Add(new("registration.day", "doneOn"));
        else if (day > today)
            violations.Add(new("date.not-future", "doneOn"));
        else if (day < application.GrantNoticeOn)
            violations.Add(new("registration.before-notice", "doneOn", Day(application.GrantNoticeOn.Value)));
        // Where a calendar is missing the last day may be later than the one that is known: a person looks.
        else if (!due.IsInTime(day) && due.Last.Explanation.MissingYear is null)
            violations.Add(new("registration.late", "doneOn", Day(due.Last.DueDate)));
        if (done.Proof is null && !done.PromisesProof)
            violations.Add(new(reference.Documents.FeeProofMayFollow ? "fee.proof-or-promise" : "fee.proof", "proof"));
        if (done.Proof is null && done.PromisesProof && !reference.Documents.FeeProofMayFollow)
            violations.Add(new("fee.no-promise", "proof"));
        return violations;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
