namespace IpCenter.Casework.Venues;

/// <summary>Online cases against defendants in these cities may belong to their Internet court; only a hint, for the data cannot know the act.</summary>
public sealed record InternetCourtHint
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>The court's name by the defendant's place (with all that lies in it).</summary>
    public required IReadOnlyDictionary<string, Bilingual> CourtsByDefendantPlace { get; init; }

    public required Bilingual When { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public required Bilingual Basis { get; init; }

    public required decimal Confidence { get; init; }

    public required string Source { get; init; }
}
