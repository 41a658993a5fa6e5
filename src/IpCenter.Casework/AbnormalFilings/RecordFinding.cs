using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>A person says what a sign is worth, with a reason. It changes nothing for the applicant, who learns nothing of it.</summary>
public sealed class RecordFinding(CaseworkDbContext db, AbnormalSigns signs, TaskConflicts conflicts, AuditTrail audit)
{
    public const int ReasonLength = 1000;

    /// <param name="subject">The case or design compared with; empty where the sign compares with none.</param>
    public async Task<Result<SignFinding>> ExecuteAsync(
        Guid caseId, SignKind kind, Guid subject, SignOutcome outcome, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff)
            return new RuleViolation("case.not-found");
        if (!Enum.IsDefined(outcome))
            return new RuleViolation("decision.choose", "outcome");
        // A form counts the end of a line once and sends two characters.
        var why = (reason ?? "").ReplaceLineEndings("\n").Trim();
        if (why.Length == 0)
            return new RuleViolation("sign.reason", "reason");
        if (why.Length > ReasonLength)
            return new RuleViolation("sign.reason-long", "reason", $"{ReasonLength}");
        if (await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, actor.At, ct) is { } conflict)
            return conflict;
        var sign = (await signs.FindAsync(caseId, viewer, actor.At, ct)).FirstOrDefault(s => s.Kind == kind && s.Subject == subject);
        if (sign is null)
            return new RuleViolation("sign.gone");
        var finding = new SignFinding
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = caseId,
            Kind = kind,
            Subject = subject,
            Outcome = outcome,
            Reason = why,
            Facts = new(sign.Compared?.Number, sign.Probability, sign.DaysApart, sign.Pictures, sign.Of, sign.Filings),
            By = viewer.PersonId.Value,
            ByName = viewer.Name,
            At = actor.At,
        };
        db.SignFindings.Add(finding);
        // The trail outlives the secret of this case and not that of the other: words and number stand at the finding alone.
        audit.Record(actor, "sign.finding", $"application:{caseId}", caseId, AuditVisibility.Staff,
            ("sign", kind.ToString()), ("finding", outcome.ToString()));
        return finding;
    }
}
