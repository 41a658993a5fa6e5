namespace IpCenter.Casework.Venues;

/// <summary>A kind of case that a court may hear, for these places, these amounts and this time.</summary>
public sealed record CourtPower
{
    public required string Id { get; init; }

    public required string Court { get; init; }

    /// <summary>The kind of case, as the rules name it (<c>general-ip-basic</c>).</summary>
    public required string Power { get; init; }

    /// <summary>Place codes, each with all that lies in it.</summary>
    public required IReadOnlyList<string> Area { get; init; }

    /// <summary>The lowest amount claimed that it takes, itself included.</summary>
    public decimal? AmountFromCny { get; init; }

    /// <summary>The amount claimed from which it no longer takes the case (不含本数).</summary>
    public decimal? AmountBelowCny { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    /// <summary>False: a signal that must be confirmed first. It is named in answers and never decides one.</summary>
    public bool Enabled { get; init; } = true;

    public required Bilingual Basis { get; init; }

    public required decimal Confidence { get; init; }

    public bool NeedsLocalConfirmation { get; init; }

    public string? Source { get; init; }

    public Bilingual? Note { get; init; }

    public bool Takes(decimal? amount) =>
        amount is null || ((AmountFromCny is null || AmountFromCny <= amount) && (AmountBelowCny is null || amount < AmountBelowCny));
}
