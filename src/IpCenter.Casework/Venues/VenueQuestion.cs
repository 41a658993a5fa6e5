namespace IpCenter.Casework.Venues;

/// <summary>What is known of a dispute when somebody asks where it may be heard.</summary>
public sealed record VenueQuestion
{
    /// <summary>Key of the cause of action (案由).</summary>
    public required string Cause { get; init; }

    /// <summary>The day on which it would be filed: the rules in force on it apply.</summary>
    public required DateOnly FilingDate { get; init; }

    /// <summary>The amount claimed (诉讼标的额), where it is known.</summary>
    public decimal? AmountCny { get; init; }

    /// <summary>Place code of the defendant's domicile.</summary>
    public string? DefendantPlace { get; init; }

    /// <summary>Where something relevant happened or lies.</summary>
    public IReadOnlyList<ActPlace> ActPlaces { get; init; } = [];

    public SaleSetting? Setting { get; init; }

    /// <summary>The dispute behind an injunction or a mediated agreement.</summary>
    public string? UnderlyingCause { get; init; }

    /// <summary>The court that invited the mediation, if one did.</summary>
    public string? InvitedByCourt { get; init; }

    /// <summary>In administrative cases: whether a county government or a higher authority acted.</summary>
    public bool? AuthorityIsCountyOrAbove { get; init; }
}
