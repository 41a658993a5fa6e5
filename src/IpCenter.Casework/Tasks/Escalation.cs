namespace IpCenter.Casework.Tasks;

/// <summary>
/// That a task was called out because its term runs out: once per deadline and stage. A deadline that moves is another
/// deadline: what was called for the old one no longer stands, and the new one is called at its own time.
/// </summary>
public sealed class Escalation
{
    public required Guid Id { get; init; }

    public required Guid WorkItemId { get; init; }

    /// <summary>Key of the stage in <c>data/desk/desk.json</c>, or <see cref="EscalateTasks.Unattended"/>.</summary>
    public required string Stage { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required EscalationTo To { get; init; }

    /// <summary>The share of the term at which the stage lies, 0 to 1.</summary>
    public required double Share { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who was told.</summary>
    public required List<Guid> Told { get; init; }
}
