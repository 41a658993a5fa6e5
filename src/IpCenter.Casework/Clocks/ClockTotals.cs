namespace IpCenter.Casework.Clocks;

/// <summary>The three clocks of a case at one instant.</summary>
public sealed record ClockTotals(ClockTotal Centre, ClockTotal Applicant, ClockTotal Office)
{
    /// <summary>Time in which no clock ran, because the one of that time was paused.</summary>
    public ClockTotal Paused { get; init; }

    /// <summary>The whole time of the case: what is paused is not hidden.</summary>
    public ClockTotal Sum => Centre + Applicant + Office + Paused;

    public ClockTotal Of(ClockOwner owner) => owner switch
    {
        ClockOwner.Centre => Centre,
        ClockOwner.Applicant => Applicant,
        ClockOwner.Office => Office,
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, null),
    };
}
