namespace IpCenter.Workflow.Runtime;

/// <summary>One unit of work for the runner: a fresh store and handlers that share its change tracker.</summary>
public interface IWorkflowScope : IAsyncDisposable
{
    /// <summary>The store of this unit of work.</summary>
    IWorkflowStore Store { get; }

    /// <summary>The handler of a task, made in this scope, or null when there is none.</summary>
    IWorkflowTaskHandler? FindHandler(string taskName);
}
