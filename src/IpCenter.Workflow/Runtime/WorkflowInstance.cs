using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Runtime;

/// <summary>One run of one version of a workflow definition. A host's object-relational mapper stores it as a row.</summary>
public sealed class WorkflowInstance
{
    /// <summary>Version 7 id, ordered by creation.</summary>
    public Guid Id { get; set; }

    /// <summary>The definition's stable id.</summary>
    public string DefinitionId { get; set; } = "";

    /// <summary>The version that this instance follows to its end, 1 or more.</summary>
    public int DefinitionVersion { get; set; }

    /// <summary>The host's key for what the instance is about, for example a case number.</summary>
    public string CorrelationId { get; set; } = "";

    /// <summary>A name for people that the definition gave it.</summary>
    public string? Name { get; set; }

    /// <summary>The instance that started this one.</summary>
    public Guid? ParentInstanceId { get; set; }

    /// <summary>The parent's wait that this instance's end completes.</summary>
    public Guid? ParentWaitId { get; set; }

    /// <summary>
    /// Set while the instance runs and its definition allows only one. The host must map it as unique, nulls apart: a save that
    /// breaks it is a conflict.
    /// </summary>
    public string? ActivationKey { get; set; }

    /// <summary>Where the instance stands.</summary>
    public WorkflowStatus Status { get; set; }

    /// <summary>The engine's state as JSON; its size depends on the definition, not on how long the instance has run.</summary>
    public string StateJson { get; set; } = "";

    /// <summary>Concurrency token, raised on each change. The host must map it as such: a save over a newer version is a conflict.</summary>
    public int Version { get; set; }

    /// <summary>When the instance was started.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the instance last moved.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it finished or was cancelled.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>False while the runner has yet to begin it.</summary>
    public bool HasBegun => Status != WorkflowStatus.Pending;

    /// <summary>True when it finished or was cancelled.</summary>
    public bool HasEnded => Status is WorkflowStatus.Finished or WorkflowStatus.Cancelled;

    /// <summary>Activity and reason while <see cref="Status"/> is Faulted.</summary>
    public string? Fault { get; set; }
}
