namespace IpCenter.Casework.Cases;

/// <summary>What is kept beside a counted date: from when it counts, who asked for it and why it was set.</summary>
public sealed record DeadlineEntry(DateTimeOffset StartedAt, string? ComputedBy, DeadlineCause Cause = DeadlineCause.Stage)
{
    public Guid? ReplacesId { get; init; }

    public Guid? PauseId { get; init; }
}
