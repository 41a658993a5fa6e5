namespace IpCenter.Casework.Clocks;

/// <summary>A stretch of every working day in which the centre works, China time.</summary>
public sealed record OfficeHours(TimeOnly From, TimeOnly To)
{
    public TimeSpan Length => To - From;
}
