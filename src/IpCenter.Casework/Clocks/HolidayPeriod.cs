namespace IpCenter.Casework.Clocks;

/// <summary>Days off of one holiday, first and last day included.</summary>
public sealed record HolidayPeriod(Bilingual Name, DateOnly From, DateOnly To);
