namespace IpCenter.Workflow.Runtime;

/// <summary>
/// Does a system task. It runs at least once: changes made through the scope's unit of work are saved together with the
/// instance's move and so take effect exactly once; effects outside it must use the idempotency key. It never saves itself.
/// </summary>
public interface IWorkflowTaskHandler
{
    /// <summary>The <c>taskName</c> that it handles.</summary>
    string TaskName { get; }

    /// <summary>Does the task. An exception means a failed attempt: it is tried again later, and in the end becomes an incident.</summary>
    Task<TaskResult> HandleAsync(WorkflowTaskContext context, CancellationToken ct);
}
