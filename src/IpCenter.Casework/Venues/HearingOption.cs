namespace IpCenter.Casework.Venues;

/// <summary>A place or way of hearing that spares the journey without changing the competent court.</summary>
public sealed record HearingOption
{
    public required string Id { get; init; }

    public required HearingKind Kind { get; init; }

    /// <summary>The court that offers it; null: every court.</summary>
    public string? Court { get; init; }

    public string? Place { get; init; }

    public required Bilingual Name { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public Bilingual? Basis { get; init; }

    public required decimal Confidence { get; init; }

    public required string Source { get; init; }

    public Bilingual? Note { get; init; }
}
