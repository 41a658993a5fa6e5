namespace IpCenter.Workflow.Runtime;

/// <summary>
/// An event on its way. One for a correlation id is kept until an activity waits for it; one for all reaches those who wait when
/// the runner delivers it.
/// </summary>
public sealed class WorkflowInboxEvent
{
    /// <summary>Version 7 id, ordered by arrival.</summary>
    public Guid Id { get; set; }

    /// <summary>The correlation id of events for everybody who waits for the name.</summary>
    public const string ForAll = "";

    /// <summary>Which instances it is for; <see cref="ForAll"/> means every one.</summary>
    public string CorrelationId { get; set; } = "";

    /// <summary>The only instance that it is for, or null.</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>The event's name.</summary>
    public string EventName { get; set; } = "";

    /// <summary>The event's payload as JSON, or null.</summary>
    public string? PayloadJson { get; set; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Whether it is for everybody who waits for its name.</summary>
    public bool IsForAll => CorrelationId == ForAll && InstanceId is null;
}
