namespace IpCenter.Casework.Applications;

/// <summary>What a person made of a look-alike.</summary>
public enum LeadJudgement
{
    Open,
    Relevant,
    NotRelevant,
}

/// <summary>A look-alike found for an application: a lead for a person, never an accusation.</summary>
public sealed class PriorDesignLead
{
    public const int LongestNote = 1000;

    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    public required int Round { get; init; }

    /// <summary>View of the application that matched best.</summary>
    public required Guid ViewId { get; init; }

    /// <summary>The design found: published, or another application (then <see cref="IsUnpublished"/>).</summary>
    public required Guid FoundId { get; init; }

    public required Guid FoundImageId { get; init; }

    public required bool IsUnpublished { get; init; }

    public required string FoundTitle { get; init; }

    public required string FoundNumber { get; init; }

    /// <summary>Probability that it is the same product, 0 to 1, as the search engine calibrates it.</summary>
    public required double Probability { get; init; }

    /// <summary>How many views of the application it resembles: what looks alike from one side only is a weaker lead.</summary>
    public required int MatchingViews { get; init; }

    /// <summary>For ordering leads of one application only: agreeing features over all its views, beyond what the probability can say.</summary>
    public required double Score { get; init; }

    public required MatchedRegion? QueryRegion { get; init; }

    public required MatchedRegion? FoundRegion { get; init; }

    public required bool Mirrored { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public LeadJudgement Judgement { get; private set; } = LeadJudgement.Open;

    public Guid? JudgedBy { get; private set; }

    public string? JudgementNote { get; private set; }

    public void Judge(LeadJudgement judgement, string? note, Guid by) => (Judgement, JudgementNote, JudgedBy) = (judgement, note, by);
}

/// <summary>A box on a picture, relative to its size, 0 to 1.</summary>
public sealed record MatchedRegion(double X, double Y, double Width, double Height);
