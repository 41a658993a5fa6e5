namespace IpCenter.Casework.Audit;

/// <summary>
/// Who writes, for whom, and why. Every write of the system takes one, so that the audit trail
/// is not something that a use case could forget.
/// </summary>
/// <param name="PersonId">The signed-in person; <c>null</c> for the system itself.</param>
/// <param name="Name">The name that the audit trail shows.</param>
/// <param name="OnBehalfOfFirmId">The firm for which an agent or a town officer acts.</param>
/// <param name="Reason">Why, in the person's or the process's words.</param>
/// <param name="At">When: the edge's clock, read once per request.</param>
public sealed record Actor(Guid? PersonId, string Name, DateTimeOffset At, Guid? OnBehalfOfFirmId = null, string? Reason = null)
{
    /// <summary>The system acting for a step of a process.</summary>
    public static Actor System(DateTimeOffset at, string reason) => new(null, SystemName, at, Reason: reason);

    public const string SystemName = "system";

    public Actor Because(string? reason) => this with { Reason = reason };
}
