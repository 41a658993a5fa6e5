namespace IpCenter.Casework.Venues;

/// <summary>A court and the place for which it sits in ordinary matters; what it may hear in IP is a <see cref="CourtPower"/>.</summary>
public sealed record Court
{
    public required string Id { get; init; }

    public required Bilingual Name { get; init; }

    public required CourtLevel Level { get; init; }

    /// <summary>Place code of the court's ordinary area; <c>000000</c> is the whole country.</summary>
    public required string Area { get; init; }

    public string? Parent { get; init; }

    public required decimal Confidence { get; init; }

    public string? Source { get; init; }

    public Bilingual? Note { get; init; }
}
