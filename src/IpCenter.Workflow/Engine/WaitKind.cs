namespace IpCenter.Workflow.Engine;

/// <summary>What a waiting activity waits for.</summary>
public enum WaitKind
{
    /// <summary>A task with a registered handler: the runner does it.</summary>
    SystemTask,

    /// <summary>A task without a handler: the host makes a work item of it.</summary>
    PersonTask,

    /// <summary>A named event for the instance's correlation id.</summary>
    Event,

    /// <summary>An instant.</summary>
    Timer,

    /// <summary>A person: the activity failed, and retrying this wait runs it again.</summary>
    Fault,

    /// <summary>The end of an instance that the activity started.</summary>
    Child,

    /// <summary>The runner: the instance was dispatched by another one and has not begun. The wait names no activity.</summary>
    Start
}
