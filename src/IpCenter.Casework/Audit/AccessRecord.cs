namespace IpCenter.Casework.Audit;

/// <summary>One read of something secret: an unpublished design or a piece of evidence.</summary>
public sealed class AccessRecord
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? PersonId { get; init; }

    public required string ActorName { get; init; }

    public required string Subject { get; init; }

    public Guid? CaseId { get; init; }

    public required string Purpose { get; init; }

    /// <summary>How many were seen at one look.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Which, where one look showed several of other cases.</summary>
    public List<Guid>? Seen { get; init; }
}
