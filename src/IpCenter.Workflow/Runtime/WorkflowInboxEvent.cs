namespace IpCenter.Workflow.Runtime;

/// <summary>An event that arrived while nobody waited for it. It is kept until an activity waits for it.</summary>
public sealed class WorkflowInboxEvent
{
    /// <summary>Version 7 id, ordered by arrival.</summary>
    public Guid Id { get; set; }

    /// <summary>Which instances it is for.</summary>
    public string CorrelationId { get; set; } = "";

    /// <summary>The event's name.</summary>
    public string EventName { get; set; } = "";

    /// <summary>The event's payload as JSON, or null.</summary>
    public string? PayloadJson { get; set; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; set; }
}
