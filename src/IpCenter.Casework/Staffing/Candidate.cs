namespace IpCenter.Casework.Staffing;

/// <summary>Somebody who works a queue, as the distribution sees them at one moment.</summary>
public sealed record Candidate
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>Open tasks on the desk.</summary>
    public required int Open { get; init; }

    /// <summary>The same, each weighted by the days that it has left.</summary>
    public required decimal Load { get; init; }

    /// <summary>The level in the class of the task; <c>null</c> where the person does not examine it.</summary>
    public SkillLevel? Level { get; init; }

    public bool IsAwayToday { get; init; }

    /// <summary>The first day on which the person is away, where it is not after the due day.</summary>
    public DateOnly? AwayFrom { get; init; }

    /// <summary>Why the person has to keep out of this task: a code of <see cref="NotEligible"/>.</summary>
    public string? KeepsOut { get; init; }
}
