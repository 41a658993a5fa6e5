using IpCenter.Casework.Applications;

namespace IpCenter.Casework.Letters;

/// <summary>What a letter tells, before it is put into words of one language.</summary>
public sealed record LetterFacts
{
    public required LetterKind Kind { get; init; }

    public required string LetterNumber { get; init; }

    public required string CaseNumber { get; init; }

    public required string Product { get; init; }

    public required string Firm { get; init; }

    public required string FirmAddress { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The correction round that is asked for, from 1.</summary>
    public int Round { get; init; }

    /// <summary>What is due next, and why on that day; <c>null</c> where nothing is.</summary>
    public LetterDue? Due { get; init; }

    /// <summary>Empty where nothing was said.</summary>
    public Bilingual Reason { get; init; } = Bilingual.Same("");

    public IReadOnlyList<CorrectionPoint> Points { get; init; } = [];
}

public sealed record LetterDue(DateOnly On, Bilingual Why);
