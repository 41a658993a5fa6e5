using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// A task that the system does for a case. Handlers change objects and leave the saving to the runner: their change
/// and the next step of the process are one save, so a task that runs twice has one effect.
/// </summary>
public abstract class CaseTask(CaseworkDbContext db) : IWorkflowTaskHandler
{
    public abstract string TaskName { get; }

    protected CaseworkDbContext Db => db;

    public async Task<TaskResult> HandleAsync(WorkflowTaskContext context, CancellationToken ct)
    {
        var caseId = Guid.Parse(context.CorrelationId);
        var file = await db.Cases.FindAsync([caseId], ct)
            ?? throw new InvalidOperationException($"Task {TaskName} belongs to no case ({caseId}).");
        return await DoAsync(file, context, ct);
    }

    protected abstract Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct);

    /// <summary>A text of the payload that the definition must give.</summary>
    protected static string Text(WorkflowTaskContext context, string name) =>
        context.Payload.GetValueOrDefault(name) as string
        ?? throw new InvalidOperationException($"The payload of {context.TaskName} ({context.ActivityId}) has no text '{name}'.");

    protected static TaskResult Done { get; } = new("done");
}
