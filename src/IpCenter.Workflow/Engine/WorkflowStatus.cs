namespace IpCenter.Workflow.Engine;

/// <summary>Where an instance stands. Running covers executing and waiting: between two saves an instance always waits.</summary>
public enum WorkflowStatus
{
    /// <summary>The instance waits for tasks, events or timers.</summary>
    Running,

    /// <summary>An <c>Elsa.End</c> was reached, or nothing was left to do.</summary>
    Finished,

    /// <summary>A person or the host ended it early, with a reason.</summary>
    Cancelled,

    /// <summary>An expression threw. Its state and waits are kept; <see cref="Runtime.WorkflowRuntime.RetryAsync"/> continues at the failed activity.</summary>
    Faulted
}
