using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Infringements;

/// <summary>
/// The officer's triage on the day itself and every later choice of a route: urgent to the procurator,
/// platform notice, mediation, administrative case, court, police, or closed with reasons.
/// </summary>
public sealed class DecideRoute(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } =
    [
        "Triage", "TriageOverdueReport", "ChooseRoute", "ChooseOverdueRoute", "DecideAfterCounterNotice", "DecideOverdueCounterNotice",
    ];

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        var item = found.Value;
        if (!item.Outcomes.Contains(outcome))
            return new RuleViolation("decision.choose", "outcome");
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");

        var report = (await db.InfringementReports.FindAsync([item.CaseId], ct))!;
        report.Triage(outcome, urgent: outcome == "urgent");
        db.Decisions.Add(new Decision
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = item.CaseId,
            Task = item.Name,
            Outcome = outcome,
            Reason = reason,
            By = viewer.PersonId!.Value,
            ByName = viewer.Name,
            At = actor.At,
            Round = 0,
        });
        audit.Record(actor.Because(reason), $"report.route-{outcome}", $"report:{item.CaseId}", item.CaseId);
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?> { ["reason"] = reason }, actor, ct);
    }
}
