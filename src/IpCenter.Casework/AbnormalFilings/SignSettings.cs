using IpCenter.Casework.Firms;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>Which signs are looked for, from which figures on, and on what rule: <c>data/desk/signs.json</c>.</summary>
public sealed record SignSettings
{
    public required Provenance Provenance { get; init; }

    /// <summary>The rule that says what an abnormal application is; the figures are the centre's.</summary>
    public required SignBasis Basis { get; init; }

    /// <summary>The ties that make two firms count as one here; by others they are shown as tied and no more.</summary>
    public required IReadOnlyList<FirmLinkKind> Ties { get; init; }

    /// <summary>What says that ties matter at all; which facts are a tie is the centre's own.</summary>
    public required SignBasis TiesBasis { get; init; }

    /// <summary>An address that more other firms share ties nobody.</summary>
    public required int MostAtOneAddress { get; init; }

    /// <summary>A designer or co-applicant whom more other firms name ties nobody.</summary>
    public required int MostWithOneName { get; init; }

    public required IReadOnlyList<SignRule> Signs { get; init; }

    public SignRule? Find(SignKind kind) => Signs.FirstOrDefault(s => s.Kind == kind);

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (Basis.Confidence is < 0 or > 1)
            yield return new Fault("$.basis.confidence", $"{Basis.Confidence} is not between 0 and 1.");
        if (TiesBasis.Confidence is < 0 or > 1)
            yield return new Fault("$.tiesBasis.confidence", $"{TiesBasis.Confidence} is not between 0 and 1.");
        if (MostWithOneName < 1)
            yield return new Fault("$.mostWithOneName", "One other firm that names somebody is the least.");
        if (MostAtOneAddress < 1)
            yield return new Fault("$.mostAtOneAddress", "One other firm at an address is the least.");
        for (var at = 0; at < Signs.Count; at++)
        {
            var sign = Signs[at];
            if (Signs.Take(at).Any(before => before.Kind == sign.Kind))
                yield return new Fault($"$.signs[{at}].kind", $"There is another sign '{sign.Kind}'.");
            if (sign.Days < 1)
                yield return new Fault($"$.signs[{at}].days", "Nothing happens within no day.");
            if (sign.Probability is < 0 or > 1)
                yield return new Fault($"$.signs[{at}].probability", $"{sign.Probability} is not between 0 and 1.");
            if (sign.Kind is SignKind.Twins or SignKind.PublishedAgain && sign.Probability is null)
                yield return new Fault($"$.signs[{at}].probability", "It is missing: likeness decides.");
            if (sign.Kind == SignKind.Burst && (sign.Count < 2 || sign.TogetherCount < sign.Count))
                yield return new Fault($"$.signs[{at}].count", "A burst is at least two, and together not fewer than alone.");
            if (sign.Kind != SignKind.Burst && sign.Count < 1)
                yield return new Fault($"$.signs[{at}].count", "At least one picture agrees.");
        }
    }
}

/// <summary>A rule and how sure it is that it says so.</summary>
public sealed record SignBasis
{
    public required Bilingual Name { get; init; }

    public required string Source { get; init; }

    public required decimal Confidence { get; init; }
}

/// <summary>From which figures on something is shown as a sign.</summary>
public sealed record SignRule
{
    public required SignKind Kind { get; init; }

    /// <summary>How far apart two submissions may be, or within which many are counted.</summary>
    public required int Days { get; init; }

    /// <summary>Pictures, or filings of a burst.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Filings of a burst that the tied firms bring together.</summary>
    public int TogetherCount { get; init; } = 1;

    /// <summary>Likeness from which on it is shown, 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>What the rule says, in its own words as far as they are known; <c>null</c>: the centre's own proposal.</summary>
    public Bilingual? Rule { get; init; }

    /// <summary>What may well be behind it: a person thinks of it first.</summary>
    public required Bilingual Innocent { get; init; }
}
