namespace IpCenter.Casework.Clocks;

/// <summary>The three clocks of a case at one instant.</summary>
public sealed record ClockTotals(ClockTotal Centre, ClockTotal Applicant, ClockTotal Office)
{
    public ClockTotal Sum => Centre + Applicant + Office;

    public ClockTotal Of(ClockOwner owner) => owner switch
    {
        ClockOwner.Centre => Centre,
        ClockOwner.Applicant => Applicant,
        ClockOwner.Office => Office,
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, null),
    };
}
