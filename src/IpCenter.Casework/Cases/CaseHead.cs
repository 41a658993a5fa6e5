using IpCenter.Casework.Clocks;
using IpCenter.Casework.Pauses;

namespace IpCenter.Casework.Cases;

/// <summary>What stands at the top of every page of a case: what it is, where it is, what is due and why, and its three clocks.</summary>
public sealed record CaseHead
{
    public required Guid Id { get; init; }

    public required CaseKind Kind { get; init; }

    public required string? Number { get; init; }

    public required string Title { get; init; }

    public required Guid FirmId { get; init; }

    public required string FirmName { get; init; }

    public required string Stage { get; init; }

    public required string? Outcome { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the party took it back; the process ends it a moment later.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public bool IsWithdrawn => WithdrawnAt is not null || Outcome == "withdrawn";

    /// <summary>The process that the case goes through; <c>null</c> before the submission.</summary>
    public Guid? WorkflowInstanceId { get; init; }

    /// <summary>The date that is due now, with its "why this date?"; <c>null</c> where nothing is due.</summary>
    public CaseDeadline? Deadline { get; init; }

    /// <summary><c>null</c> before the submission: no clock runs on a draft.</summary>
    public ClockTotals? Clocks { get; init; }

    public ClockOwner? Running { get; init; }

    /// <summary>The pause that lasts; no clock runs in it.</summary>
    public CasePause? Pause { get; init; }

    public bool IsDraft => SubmittedAt is null;

    public bool IsOpen => SubmittedAt is not null && ClosedAt is null;
}
