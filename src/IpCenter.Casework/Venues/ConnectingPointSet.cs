namespace IpCenter.Casework.Venues;

/// <summary>Which places found jurisdiction for a cause or a setting, beside the defendant's domicile that always does.</summary>
public sealed record ConnectingPointSet
{
    public required string Id { get; init; }

    public IReadOnlyList<string> Causes { get; init; } = [];

    public SaleSetting? Setting { get; init; }

    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Points that the basis rules out by name.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Points that count only when neither the defendant's domicile nor another point is known.</summary>
    public IReadOnlyList<string> Fallback { get; init; } = [];

    /// <summary>A special rule: the other sets do not apply beside it.</summary>
    public bool Replaces { get; init; }

    public required Bilingual Basis { get; init; }

    public required decimal Confidence { get; init; }

    public string? Source { get; init; }

    public Bilingual? Note { get; init; }
}
