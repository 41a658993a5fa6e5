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

    /// <summary>In letters about what the national office decided; <c>null</c> in the centre's own.</summary>
    public OfficeFacts? Office { get; init; }
}

/// <param name="On"><c>null</c>: the last day cannot be told; <paramref name="Why"/> says why not.</param>
/// <param name="Authority">For the staff who look at the letter before it goes out: on what the day rests, and how sure that is.</param>
public sealed record LetterDue(DateOnly? On, Bilingual Why, Bilingual? Authority = null);
