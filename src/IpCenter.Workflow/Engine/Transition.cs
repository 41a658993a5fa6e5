namespace IpCenter.Workflow.Engine;

/// <summary>What a start or a stimulus leads to: the whole answer, as values.</summary>
/// <param name="State">The new state.</param>
/// <param name="Status">The new status.</param>
/// <param name="Fault">Set when the status is Faulted.</param>
/// <param name="WaitsToAdd">Activities that began to wait and still do.</param>
/// <param name="WaitsToRemove">Ids of activities that waited before and no longer do.</param>
/// <param name="Effects">What else was done, in its order.</param>
/// <param name="Journal">New lines of history.</param>
public sealed record Transition(
    InstanceState State,
    WorkflowStatus Status,
    WorkflowFault? Fault,
    IReadOnlyList<WaitRequest> WaitsToAdd,
    IReadOnlyList<string> WaitsToRemove,
    IReadOnlyList<InstanceEffect> Effects,
    IReadOnlyList<JournalLine> Journal);
