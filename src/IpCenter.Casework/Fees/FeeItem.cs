namespace IpCenter.Casework.Fees;

/// <summary>A fee of the national office, in yuan.</summary>
public sealed record FeeItem
{
    public required string Code { get; init; }

    public required Bilingual Name { get; init; }

    public required decimal AmountCny { get; init; }

    /// <summary>For annual fees: the first and last year of the right that it is due for.</summary>
    public int? FromYear { get; init; }

    public int? ToYear { get; init; }

    /// <summary>Whether the reduction applies to it.</summary>
    public bool Reducible { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public required string Source { get; init; }

    public required decimal Confidence { get; init; }
}
