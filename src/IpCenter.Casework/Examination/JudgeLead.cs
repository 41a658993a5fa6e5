using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.Examination;

/// <summary>A person says what a look-alike is worth; the software only found it.</summary>
public sealed class JudgeLead(CaseworkDbContext db, TaskConflicts conflicts, AuditTrail audit)
{
    public async Task<Result<PriorDesignLead>> ExecuteAsync(
        Guid leadId, LeadJudgement judgement, string? note, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var lead = await db.PriorDesignLeads.FindAsync([leadId], ct);
        if (lead is null || !viewer.IsExaminingStaff)
            return new RuleViolation("case.not-found");
        if (await conflicts.OfCaseAsync(lead.ApplicationId, viewer.PersonId!.Value, actor.At, ct) is { } conflict)
            return conflict;
        lead.Judge(judgement, note, viewer.PersonId.Value);
        audit.Record(actor.Because(note), "lead.judged", $"lead:{leadId}", lead.ApplicationId, AuditVisibility.Staff,
            ("number", lead.FoundNumber), ("judgement", judgement.ToString()));
        return lead;
    }
}
