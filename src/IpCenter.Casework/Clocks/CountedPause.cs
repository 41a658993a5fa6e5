namespace IpCenter.Casework.Clocks;

/// <summary>A pause by which a deadline moved, with the working days that it took out of the count.</summary>
public sealed record CountedPause(PauseSpan Span, int WorkingDays);
