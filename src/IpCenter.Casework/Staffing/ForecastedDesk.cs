namespace IpCenter.Casework.Staffing;

/// <summary>What somebody has to do, and until when that keeps them busy.</summary>
/// <param name="Late">How many of them will be late.</param>
public sealed record ForecastedDesk(string Name, int Tasks, DateTimeOffset? BusyUntil, int Late);
