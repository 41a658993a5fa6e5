namespace IpCenter.Casework.Clocks;

/// <summary>A stretch of a case on one clock; the last one of an open case has no end.</summary>
public sealed record ClockSegment(ClockOwner Owner, DateTimeOffset From, DateTimeOffset? To, string Reason)
{
    /// <summary>The owner's clock stands still, and no other runs.</summary>
    public bool IsPause { get; init; }
}
