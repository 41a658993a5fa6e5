using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Cases;

/// <summary>A stretch of a case's time on exactly one of the three clocks; the last one of an open case has no end.</summary>
public sealed class CaseClockSegment
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required ClockOwner Owner { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? To { get; private set; }

    /// <summary>The clock stands still in it.</summary>
    public bool IsPause { get; init; }

    /// <summary>Why the clock began to run, as a code in the resources (the stage or the event).</summary>
    public required string Reason { get; init; }

    public void End(DateTimeOffset at) => To = at;
}
