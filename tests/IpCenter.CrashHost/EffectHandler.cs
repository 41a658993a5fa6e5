using IpCenter.Casework.Audit;
using IpCenter.Workflow.Runtime;

namespace IpCenter.CrashHost;

/// <summary>
/// Does any task: writes one entry of the audit trail under the task's idempotency key, in the unit of work of the step.
/// </summary>
internal sealed class EffectHandler(string taskName, AuditTrail audit, Acknowledgements acknowledgements, Func<double>? chance) : IWorkflowTaskHandler
{
    private const double FailureRate = 0.05;

    public string TaskName => taskName;

    public static string SubjectOf(Guid idempotencyKey) => $"wait:{idempotencyKey:D}";

    public async Task<TaskResult> HandleAsync(WorkflowTaskContext context, CancellationToken ct)
    {
        audit.Record(
            Actor.System(context.Now, context.TaskName), "task.done", SubjectOf(context.IdempotencyKey), null, AuditVisibility.Staff,
            ("instance", context.InstanceId.ToString("D")), ("activity", context.ActivityId));
        acknowledgements.Working(context.IdempotencyKey);
        if (chance is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5 * chance()), ct);
            if (chance() < FailureRate)
                throw new IOException("Something outside did not answer.");
        }
        return new TaskResult("done", new Dictionary<string, object?> { ["key"] = context.IdempotencyKey, ["attempt"] = context.Attempt });
    }
}
