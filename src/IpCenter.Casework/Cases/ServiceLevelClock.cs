using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Cases;

/// <summary>One clock of the cases of a month, in working days.</summary>
/// <param name="Clock"><c>null</c>: the sum of the three.</param>
/// <param name="Median">The middle one, or the mean of the two in the middle.</param>
/// <param name="P90">The shortest length that nine of ten cases did not exceed (nearest rank).</param>
/// <param name="Target">The centre's target; <c>null</c> where it has none.</param>
/// <param name="WithinTarget">The share that did not exceed it, 0 to 1.</param>
public sealed record ServiceLevelClock(ClockOwner? Clock, decimal Median, int P90, int? Target, decimal? WithinTarget);
