namespace IpCenter.Casework.Staffing;

/// <summary>
/// One step of a task from hand to hand, with why. Steps are only added; the <see cref="Turn"/> makes that two nodes, or
/// a node and its own past before a kill, never take the same step twice.
/// </summary>
public sealed class Allocation
{
    public required Guid Id { get; init; }

    public required Guid WorkItemId { get; init; }

    /// <summary>1, 2, 3 … within the task.</summary>
    public required int Turn { get; init; }

    public required AllocationKind Kind { get; init; }

    /// <summary>Who got it; of <see cref="AllocationKind.GivenBack"/> who gave it back.</summary>
    public Guid? PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AllocationReason Reason { get; init; }

    /// <summary>The supervisor's one action of which this is a row.</summary>
    public Guid? BatchId { get; init; }
}
