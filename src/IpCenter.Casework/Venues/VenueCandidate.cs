namespace IpCenter.Casework.Venues;

/// <summary>A court that may hear the dispute. Among several the plaintiff chooses (民事诉讼法36).</summary>
public sealed record VenueCandidate
{
    public required Court Court { get; init; }

    /// <summary>The confidence of the weakest link behind it, 0 to 1.</summary>
    public required decimal Confidence { get; init; }

    public required bool NeedsLocalConfirmation { get; init; }

    public required IReadOnlyList<LegalBasis> Bases { get; init; }

    /// <summary>Empty where the law fixes the court whatever the place.</summary>
    public required IReadOnlyList<FoundingPoint> FoundBy { get; init; }

    /// <summary>What must be true for this candidate, where the question left it open.</summary>
    public Bilingual? Condition { get; init; }

    public required IReadOnlyList<HearingOption> HearingOptions { get; init; }

    public required IReadOnlyList<Journey> Journeys { get; init; }
}
