namespace IpCenter.Casework.Clocks;

/// <summary>Time that a case spent on one clock, or on all.</summary>
/// <param name="WorkingDays">
/// Working days, a switch counting like the event of a period: its own day belongs to the clock before it.
/// So the parts add up to the working days from the first day to the last, with nothing counted twice.
/// </param>
/// <param name="Elapsed">Time as it passed, nights and days off included.</param>
public readonly record struct ClockTotal(int WorkingDays, TimeSpan Elapsed)
{
    public static ClockTotal operator +(ClockTotal one, ClockTotal other) =>
        new(one.WorkingDays + other.WorkingDays, one.Elapsed + other.Elapsed);

    public static ClockTotal Add(ClockTotal left, ClockTotal right) => left + right;
}
