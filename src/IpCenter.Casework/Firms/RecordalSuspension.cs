namespace IpCenter.Casework.Firms;

/// <summary>
/// A firm's recordal rests from one day to another: why, what the firm says to it, and why it was lifted. It concerns the firm and
/// so also the renewal that follows.
/// </summary>
public sealed class RecordalSuspension
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    /// <summary>The recordal that was in force.</summary>
    public required Guid RecordalId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    public required string ByName { get; init; }

    public required string Reason { get; init; }

    /// <summary>The firm's view.</summary>
    public string? Statement { get; private set; }

    public DateTimeOffset? StatedAt { get; private set; }

    public string? StatedByName { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftedByName { get; private set; }

    public string? LiftReason { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => LiftedAt is null;

    public void State(string statement, string by, DateTimeOffset at) => (Statement, StatedByName, StatedAt) = (statement, by, at);

    public void Lift(string reason, string by, DateTimeOffset at) => (LiftReason, LiftedByName, LiftedAt) = (reason, by, at);
}
