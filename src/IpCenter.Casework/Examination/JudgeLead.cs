using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.Examination;

/// <summary>A person says what a look-alike is worth; the software only found it.</summary>
public sealed class JudgeLead(CaseworkDbContext db, OpenExamination examination, TaskConflicts conflicts, AuditTrail audit)
{
    public async Task<Result<PriorDesignLead>> ExecuteAsync(
        Guid leadId, LeadJudgement judgement, string? note, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var lead = await db.PriorDesignLeads.FindAsync([leadId], ct);
        if (lead is null || !viewer.IsExaminingStaff)
            return new RuleViolation("case.not-found");
        if (!Enum.IsDefined(judgement))
            return new RuleViolation("decision.choose", "judgement");
        if (note?.Length > PriorDesignLead.LongestNote)
            return new RuleViolation("note.too-long", "note", $"{PriorDesignLead.LongestNote}");
        if (await examination.AgainstAsync(lead.ApplicationId, viewer, actor.At, ct) is { } against)
            return against;
        // A secret of a firm whose cases one keeps out of is not shown, so it is not judged either.
        if (lead.IsUnpublished && await conflicts.OfCaseAsync(lead.FoundId, viewer.PersonId!.Value, actor.At, ct) is not null)
            return new RuleViolation("case.not-found");
        lead.Judge(judgement, note, viewer.PersonId!.Value);
        audit.Record(actor.Because(note), "lead.judged", $"lead:{leadId}", lead.ApplicationId, AuditVisibility.Staff,
            ("number", lead.FoundNumber), ("judgement", judgement.ToString()));
        return lead;
    }
}
