using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using IpCenter.Workflow.Life;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Life;

/// <summary>
/// A person halts a process, lets it go on, or has its history kept. Every act has a reason, and the audit trail keeps it.
/// What arrives while a process is halted waits; deadlines of law run on.
/// </summary>
public sealed class GovernProcess(CaseworkDbContext db, WorkflowRuntime runtime, WorkflowRetention retention, EndProcess end, AuditTrail audit)
{
    public Task<Result<WorkflowInstance>> HaltAsync(Guid instanceId, string? reason, Actor actor, CancellationToken ct) => ActAsync(
        instanceId, reason, actor, "process.halted", async () => await runtime.SuspendAsync(instanceId, reason!, actor.At, ct) == ResumeOutcome.Resumed, ct);

    public Task<Result<WorkflowInstance>> ContinueAsync(Guid instanceId, string? reason, Actor actor, CancellationToken ct) => ActAsync(
        instanceId, reason, actor, "process.continued", async () => await runtime.ResumeAsync(instanceId, reason!, actor.At, ct) == ResumeOutcome.Resumed, ct);

    public Task<Result<WorkflowInstance>> HoldAsync(Guid instanceId, string? reason, Actor actor, CancellationToken ct) => ActAsync(
        instanceId, reason, actor, "process.held", () => retention.HoldAsync(instanceId, reason!, ct), ct);

    public Task<Result<WorkflowInstance>> ReleaseAsync(Guid instanceId, string? reason, Actor actor, CancellationToken ct) => ActAsync(
        instanceId, reason, actor, "process.released", () => retention.ReleaseAsync(instanceId, ct), ct);

    /// <summary>Ends the process and its case.</summary>
    public Task<Result<WorkflowInstance>> EndAsync(Guid instanceId, string? reason, Actor actor, CancellationToken ct) => ActAsync(
        instanceId, reason, actor, "process.ended", async () => await end.ExecuteAsync(instanceId, await CorrelationAsync(instanceId, ct), reason!, actor, ct), ct);

    private async Task<string> CorrelationAsync(Guid instanceId, CancellationToken ct) => (await db.WorkflowInstances.FindAsync([instanceId], ct))!.CorrelationId;

    private async Task<Result<WorkflowInstance>> ActAsync(
        Guid instanceId, string? reason, Actor actor, string action, Func<Task<bool>> act, CancellationToken ct)
    {
        if (await db.WorkflowInstances.FindAsync([instanceId], ct) is not { } instance)
            return new RuleViolation("process.not-found");
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("process.reason", "Reason");
        if (!await act())
            return new RuleViolation("process.other-state");
        audit.Record(
            actor.Because(reason), action, $"process:{instance.Id}",
            Guid.TryParse(instance.CorrelationId, out var caseId) ? caseId : null, AuditVisibility.Staff);
        return instance;
    }
}
