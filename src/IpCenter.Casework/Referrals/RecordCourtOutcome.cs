using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Referrals;

/// <summary>The clerk reports how the case ended; the result goes back to the report and its parties.</summary>
public sealed class RecordCourtOutcome(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["RecordCourtOutcome", "RecordOverdueCourtOutcome"];

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, string note, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        if (!item.Outcomes.Contains(outcome))
            return new RuleViolation("decision.choose", "outcome");
        (await db.Referrals.FindAsync([item.CaseId], ct))!.Conclude(outcome);
        audit.Record(actor.Because(note), "referral.concluded", $"referral:{item.CaseId}", item.CaseId, AuditVisibility.Parties, ("outcome", outcome));
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?>(), actor, ct);
    }
}
