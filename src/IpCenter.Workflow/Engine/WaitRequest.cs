namespace IpCenter.Workflow.Engine;

/// <summary>An activity began to wait.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">What it waits for.</param>
/// <param name="Name">Task or event name; for timers the activity's type.</param>
/// <param name="Payload">A task's payload, an object, or null.</param>
/// <param name="DueAt">A timer's instant; a system task's start.</param>
public sealed record WaitRequest(string ActivityId, WaitKind Kind, string Name, object? Payload, DateTimeOffset? DueAt)
{
    /// <summary>For kind Fault: why the activity failed.</summary>
    public string? Error { get; init; }
}
