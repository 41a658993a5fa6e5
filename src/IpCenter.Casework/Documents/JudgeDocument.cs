using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Documents;

public enum DocumentJudgement
{
    Accept,
    Return,
    Waive,
}

/// <summary>An examiner accepts a document, returns it with a reason, or does without it with a reason. Deciding the same twice is one decision.</summary>
public sealed class JudgeDocument(
    CaseworkDbContext db, CaseAccess access, TaskConflicts conflicts, ReferenceLibrary reference, NoticeSending notices, AuditTrail audit)
{
    /// <param name="owedId">The owed document.</param>
    /// <param name="judgement">What becomes of it.</param>
    /// <param name="reason">Why, where it is not accepted.</param>
    /// <param name="seen">The file that was looked at.</param>
    /// <param name="viewer">Who examines.</param>
    /// <param name="actor">The same as the author of the writes.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Result<OwedDocument>> ExecuteAsync(
        Guid owedId, DocumentJudgement judgement, string? reason, Guid? seen, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var owed = await db.OwedDocuments.FindAsync([owedId], ct);
        if (owed is null || !viewer.IsExaminingStaff || await access.FindAsync(owed.CaseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (await conflicts.OfCaseAsync(owed.CaseId, viewer.PersonId!.Value, actor.At, ct) is { } conflict)
            return conflict;
        if (owed.State == After(judgement))
            return owed;
        var why = reason?.Trim() ?? "";
        if (judgement != DocumentJudgement.Accept && why.Length == 0)
            return new RuleViolation("reason.required", "reason");
        if (why.Length > 1000)
            return new RuleViolation("document.reason-too-long", "reason", "1000");
        if (judgement != DocumentJudgement.Waive && owed.State == OwedState.Supplied
            && !await db.CaseDocuments.AnyAsync(d => d.Id == seen && d.CaseId == owed.CaseId && d.Kind == owed.Kind && d.ReplacedAt == null, ct))
            return new RuleViolation("document.replaced-meanwhile");
        return judgement switch
        {
            DocumentJudgement.Accept => Accept(owed, actor),
            DocumentJudgement.Return => await ReturnAsync(owed, file, why, actor, ct),
            _ => Waive(owed, why, actor),
        };
    }

    private Result<OwedDocument> Accept(OwedDocument owed, Actor actor)
    {
        if (owed.State != OwedState.Supplied)
            return new RuleViolation("document.not-here");
        owed.Accept(actor.Name, actor.At);
        Record(actor, "document.accepted", owed);
        return owed;
    }

    private async Task<Result<OwedDocument>> ReturnAsync(OwedDocument owed, CaseFile file, string reason, Actor actor, CancellationToken ct)
    {
        if (owed.State != OwedState.Supplied)
            return new RuleViolation("document.not-here");
        owed.Return(reason, actor.Name, actor.At);
        // A period of law is not prolonged by the centre; of its own one, at least the time for a returned document is left.
        var again = Deadline.Compute(reference.Deadlines[DeadlineKeys.ReturnedDocument], actor.At, reference.Calendar);
        if (reference.Deadlines[owed.RuleKey].Kind != DeadlineKind.Statutory && again.DueAt > owed.DueAt)
            owed.Count(again, provisional: false, reference.Calendar.Edition);
        Record(actor.Because(reason), "document.returned", owed);
        await notices.ToFirmAsync(file.FirmId, file, "document-returned", [("document", owed.Kind), ("reason", reason)], actor.At, ct);
        return owed;
    }

    private Result<OwedDocument> Waive(OwedDocument owed, string reason, Actor actor)
    {
        if (!owed.TakesFile)
            return new RuleViolation("document.decided");
        if (!reference.Documents.Find(owed.Kind)!.Waivable)
            return new RuleViolation("document.not-waivable");
        owed.Waive(reason, actor.Name, actor.At);
        Record(actor.Because(reason), "document.waived", owed);
        return owed;
    }

    private void Record(Actor actor, string action, OwedDocument owed) =>
        audit.Record(actor, action, $"case:{owed.CaseId}", owed.CaseId, AuditVisibility.Parties, ("document", owed.Kind));

    private static OwedState After(DocumentJudgement judgement) => judgement switch
    {
        DocumentJudgement.Accept => OwedState.Accepted,
        DocumentJudgement.Return => OwedState.Returned,
        _ => OwedState.Waived,
    };
}
