namespace IpCenter.Casework.Staffing;

/// <summary>Whether the tasks of a queue are given out by the system; without a row they are not.</summary>
public sealed class DistributionSwitch
{
    public required string Queue { get; init; }

    public bool IsOn { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; }

    public void Turn(bool on, DateTimeOffset at) => (IsOn, ChangedAt) = (on, at);
}
