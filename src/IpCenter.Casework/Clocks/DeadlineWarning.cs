namespace IpCenter.Casework.Clocks;

/// <summary>When to warn: so many hours, days or working days before the end; by days at this time, China time.</summary>
public sealed record DeadlineWarning(int Before, LengthUnit Unit, TimeOnly? At = null)
{
    public static TimeOnly StartOfWork { get; } = new(9, 0);
}
