using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Cases;

/// <summary>The names of the three clocks as workflow definitions write them.</summary>
internal static class ClockOwners
{
    public static ClockOwner Parse(string name) => name switch
    {
        "centre" => ClockOwner.Centre,
        "applicant" => ClockOwner.Applicant,
        "office" => ClockOwner.Office,
        _ => throw new ArgumentException($"'{name}' is none of the three clocks: centre, applicant, office.", nameof(name)),
    };
}
