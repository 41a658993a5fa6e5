using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Staffing;

/// <summary>When a task will be done if the queue is worked off as it stands.</summary>
public sealed record ForecastedTask
{
    public required ForecastTask Task { get; init; }

    /// <summary>Who does it; <c>null</c> with <see cref="Stint"/>.</summary>
    public Guid? PersonId { get; init; }

    /// <summary><c>null</c>: not before the end of the forecast.</summary>
    public Stint? Stint { get; init; }

    /// <summary>How many other tasks the person does first.</summary>
    public int Ahead { get; init; }

    public LateCause? Cause { get; init; }

    public bool IsLate => Cause is not null;
}
