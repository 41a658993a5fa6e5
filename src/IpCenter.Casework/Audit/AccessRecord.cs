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
}
