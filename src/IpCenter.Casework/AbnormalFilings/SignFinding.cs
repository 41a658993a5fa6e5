using IpCenter.Casework.Data;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>What a person made of a sign.</summary>
public enum SignOutcome
{
    /// <summary>There is nothing in it.</summary>
    Unfounded,

    /// <summary>It is as the facts say, and is kept in mind.</summary>
    Noted,

    /// <summary>The applicant is to be asked, in the asker's own words.</summary>
    AskApplicant,
}

/// <summary>
/// A person's finding on a sign, with its reason and the facts as they were. Findings are added and never changed; the last one
/// counts. They are for the examining staff alone: no page, letter or export of a party shows them.
/// </summary>
public sealed class SignFinding : IInTrailOrder
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required SignKind Kind { get; init; }

    /// <summary>The case or design compared with; empty where it is none.</summary>
    public required Guid Subject { get; init; }

    public required SignOutcome Outcome { get; init; }

    public required string Reason { get; init; }

    public required SignFacts Facts { get; init; }

    public required Guid By { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The place that the trail had reached when it was saved: of two of one instant the later is the greater. 0 in records of old.</summary>
    public long TrailPlace { get; private set; }

    void IInTrailOrder.PlaceAt(long sequence) => TrailPlace = sequence;
}

/// <summary>The figures on which a finding was made; the sign itself is looked for anew at every look.</summary>
public sealed record SignFacts(string? Number, double? Probability, int? DaysApart, int Pictures, int Of, int Filings);
