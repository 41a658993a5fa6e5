using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Infringements;

/// <summary>An officer says whether a screenshot really shows the registered design; the software only put them side by side.</summary>
public sealed class JudgeMatch(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<ReportMatch>> ExecuteAsync(Guid matchId, LeadJudgement judgement, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var match = await db.ReportMatches.FindAsync([matchId], ct);
        if (match is null || !viewer.IsRightsStaff)
            return new RuleViolation("case.not-found");
        match.Judge(judgement, viewer.PersonId!.Value);
        audit.Record(actor, "match.judged", $"match:{matchId}", match.ReportId, AuditVisibility.Staff, ("judgement", judgement.ToString()));
        return match;
    }
}
