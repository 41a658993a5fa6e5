namespace IpCenter.Workflow.Life;

/// <summary>How one instance would have gone under a changed definition.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="CorrelationId">The host's key for what it is about.</param>
/// <param name="Moved">Deadlines that would have been others, in the order in which they began.</param>
/// <param name="Divergence">Where the record no longer tells what would have happened; null when it tells to the end.</param>
public sealed record WhatIfReport(Guid InstanceId, string CorrelationId, IReadOnlyList<MovedDeadline> Moved, Divergence? Divergence);

/// <summary>A deadline of a timer or of a person's task.</summary>
/// <param name="ActivityId">The activity; under its new id where only the changed definition has it.</param>
/// <param name="Name">The task's name; for timers the activity's type.</param>
/// <param name="Round">1 for the first time that the activity waited, 2 for the second.</param>
/// <param name="StartedAt">When it began to wait.</param>
/// <param name="Was">When it was due; null when it did not wait, or had no deadline.</param>
/// <param name="WouldBe">When it would have been due; null when it would not have waited, or without a deadline.</param>
public sealed record MovedDeadline(string ActivityId, string Name, int Round, DateTimeOffset StartedAt, DateTimeOffset? Was, DateTimeOffset? WouldBe);

/// <summary>Where a record and a changed definition part.</summary>
/// <param name="ActivityId">The activity, empty for the instance as a whole.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why the record does not tell on.</param>
public sealed record Divergence(string ActivityId, DateTimeOffset At, DivergenceReason Reason);

/// <summary>Why a record does not tell on.</summary>
public enum DivergenceReason
{
    /// <summary>Something was done that nobody would have waited for any more.</summary>
    NotAwaited,

    /// <summary>A new task of the system, of which no result is on record and none can be worked out.</summary>
    UnknownResult,

    /// <summary>An expression of the changed definition would have failed.</summary>
    Fault,

    /// <summary>The instance changed its version on the way, or its record is older than results are.</summary>
    NotOnRecord
}
