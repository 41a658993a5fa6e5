namespace IpCenter.Casework.Clocks;

/// <summary>When somebody works on something, from the first minute to the last.</summary>
public readonly record struct Stint(DateTimeOffset From, DateTimeOffset To);
