namespace IpCenter.Workflow.Engine;

/// <summary>Where an instance stands. Running covers executing and waiting: between two saves an instance always waits.</summary>
public enum WorkflowStatus
{
    /// <summary>Another instance dispatched it, and the runner has not begun it.</summary>
    Pending,

    /// <summary>The instance waits for tasks, events or timers.</summary>
    Running,

    /// <summary>An <c>Elsa.End</c> was reached, or nothing was left to do.</summary>
    Finished,

    /// <summary>A person or the host ended it early, with a reason.</summary>
    Cancelled,

    /// <summary>A person halted it: nothing moves until somebody lets it go on.</summary>
    Suspended,

    /// <summary>An expression threw. Its state and waits are kept; <see cref="Runtime.WorkflowRuntime.RetryAsync"/> continues at the failed activity.</summary>
    Faulted
}
