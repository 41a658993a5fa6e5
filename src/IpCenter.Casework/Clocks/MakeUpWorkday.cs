namespace IpCenter.Casework.Clocks;

/// <summary>A Saturday or Sunday that is worked in exchange for a day of the named holiday (调休上班).</summary>
public sealed record MakeUpWorkday(DateOnly Date, Bilingual For);
