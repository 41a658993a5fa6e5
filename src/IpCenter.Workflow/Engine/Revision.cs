namespace IpCenter.Workflow.Engine;

/// <summary>What follows when the result of an activity that completed is given another value. Nothing ran.</summary>
/// <param name="State">The state with the value in its variable.</param>
/// <param name="IsNew">Whether the variable held another value before.</param>
/// <param name="Waits">Timers and people's tasks that wait now and were set by the value, as they would be set by the new one.</param>
public sealed record Revision(InstanceState State, bool IsNew, IReadOnlyList<WaitRequest> Waits);
