using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.Results;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes;

/// <summary>
/// A person settles a step that the system gave up: it is tried again, passed over, or the process ends. Whoever comes
/// second learns that the incident is settled.
/// </summary>
public sealed class SettleIncident(CaseworkDbContext db, WorkflowRuntime runtime, EndProcess end, AuditTrail audit)
{
    /// <summary>
    /// The tasks that may be passed over, and the outcome with which the process goes on: always the one that leaves
    /// the decision to a person. Any other task writes what the rest of the case relies on: passing it over would record an
    /// untruth, such as evidence that was never sealed.
    /// </summary>
    public static IReadOnlyDictionary<string, string> SkipOutcomes { get; } = new Dictionary<string, string>
    {
        ["SendNotice"] = "done",
        ["SendReminder"] = "done",
        ["SearchPriorDesigns"] = "done",
        ["MatchRegister"] = "done",
        ["AlertProcurator"] = "done",
        ["CheckFormalities"] = "remarks",
        ["DrawSample"] = "sampled",
        ["ProposeVenue"] = "unknown",
        ["BuildDossier"] = "incomplete",
    };

    public static bool MaySkip(WaitKind kind, string name) => kind == WaitKind.SystemTask && SkipOutcomes.ContainsKey(name);

    public async Task<Result<WorkflowWait>> RetryAsync(Guid waitId, string? reason, Actor actor, CancellationToken ct)
    {
        if (await IncidentAsync(waitId, ct) is not { } wait)
            return Settled;
        if (await runtime.RetryAsync(waitId, reason ?? "", actor.At, ct) != ResumeOutcome.Resumed)
            return Settled;
        Record(actor.Because(reason), "incident.retried", wait);
        return wait;
    }

    public async Task<Result<WorkflowWait>> SkipAsync(Guid waitId, string? reason, Actor actor, CancellationToken ct)
    {
        if (await IncidentAsync(waitId, ct) is not { } wait)
            return Settled;
        if (!MaySkip(wait.Kind, wait.Name))
            return new RuleViolation("incident.not-skippable");
        if (string.IsNullOrWhiteSpace(reason))
            return NoReason;
        if (await runtime.SkipAsync(waitId, new TaskResult(SkipOutcomes[wait.Name]), reason, actor.At, ct) != ResumeOutcome.Resumed)
            return Settled;
        Record(actor.Because(reason), "incident.skipped", wait);
        return wait;
    }

    /// <summary>Ends the process and with it the case, whose firm is told why.</summary>
    public async Task<Result<WorkflowWait>> CancelAsync(Guid waitId, string? reason, Actor actor, CancellationToken ct)
    {
        if (await IncidentAsync(waitId, ct) is not { } wait)
            return Settled;
        if (string.IsNullOrWhiteSpace(reason))
            return NoReason;
        if (!await end.ExecuteAsync(wait.InstanceId, wait.CorrelationId, reason, actor, ct))
            return Settled;
        Record(actor.Because(reason), "incident.process-ended", wait);
        return wait;
    }

    private static RuleViolation Settled => new("incident.settled");

    private static RuleViolation NoReason => new("incident.reason", "Reason");

    private async Task<WorkflowWait?> IncidentAsync(Guid waitId, CancellationToken ct) =>
        await db.WorkflowWaits.FindAsync([waitId], ct) is { IsIncident: true } wait ? wait : null;

    private void Record(Actor actor, string action, WorkflowWait wait) => audit.Record(
        actor, action, $"wait:{wait.Id}", Guid.Parse(wait.CorrelationId), AuditVisibility.Staff,
        wait.Kind == WaitKind.SystemTask ? ("task", wait.Name) : ("step", wait.ActivityId));
}
