using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Runtime;

/// <summary>One waiting activity of one instance, as a row: it exists exactly as long as the activity waits.</summary>
public sealed class WorkflowWait
{
    /// <summary>Version 7 id. For a task it is also the idempotency key: it stays the same over all attempts.</summary>
    public Guid Id { get; set; }

    /// <summary>The instance that waits.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>The instance's correlation id, copied so that events find their waits by one index.</summary>
    public string CorrelationId { get; set; } = "";

    /// <summary>The waiting activity in the definition.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>What is waited for.</summary>
    public WaitKind Kind { get; set; }

    /// <summary>Task name or event name; for timers and faults the activity's type.</summary>
    public string Name { get; set; } = "";

    /// <summary>The task's payload, a JSON object, as evaluated when the activity started.</summary>
    public string? PayloadJson { get; set; }

    /// <summary>Timers: the instant. System tasks: not before. Otherwise null.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Attempts that failed so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }

    /// <summary>True when the system gave up and a person must retry or skip.</summary>
    public bool IsIncident { get; set; }

    /// <summary>True while the instance is Faulted: the wait is kept but not acted on.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Who works on it, if anybody; written only by <see cref="IWorkflowStore.TryLeaseAsync"/> and cleared by the runner.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When the lease lapses and the wait may be claimed again.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When the activity began to wait.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
