namespace IpCenter.Casework.Venues;

/// <summary>Which court a cause needs: one with a power, any of a level, one by name, or the one of the underlying dispute.</summary>
public sealed record VenueRule
{
    public required string Id { get; init; }

    /// <summary>The higher goes first where two rules cover the same cause.</summary>
    public required int Priority { get; init; }

    public required IReadOnlyList<string> Causes { get; init; }

    public string? Power { get; init; }

    public CourtLevel? Level { get; init; }

    public string? Court { get; init; }

    /// <summary>The court is that of the dispute behind it (an injunction, the confirmation of a mediated agreement).</summary>
    public bool FollowsUnderlying { get; init; }

    public RuleCondition Condition { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public bool Enabled { get; init; } = true;

    public required Bilingual Basis { get; init; }

    public required decimal Confidence { get; init; }

    public bool NeedsLocalConfirmation { get; init; }

    public required string Source { get; init; }

    public Bilingual? Note { get; init; }

    public VenueException? Exception { get; init; }
}
