using IpCenter.Casework.Applications;

namespace IpCenter.Casework.Quality;

/// <summary>What the second readings of some days brought, for the supervisor.</summary>
public sealed record ReadingsReport
{
    public required DateOnly From { get; init; }

    public required IReadOnlyList<StratumRow> Strata { get; init; }

    public required IReadOnlyList<ReadExaminer> Examiners { get; init; }

    public required IReadOnlyList<ReadClass> Classes { get; init; }

    /// <summary>How often each coded reason was named, the most frequent first.</summary>
    public required IReadOnlyList<(string Code, int Count)> ReturnCodes { get; init; }

    /// <summary>Refusals that went to a second reading: all do.</summary>
    public required int Refusals { get; init; }

    public required int Agreed { get; init; }

    public required int Returned { get; init; }

    public required IReadOnlyList<OpenReading> Open { get; init; }

    public required IReadOnlyList<ReturnedCase> LastReturns { get; init; }

    /// <summary>The last draws, the newest first.</summary>
    public required IReadOnlyList<ShownDraw> LastDraws { get; init; }

    public required IReadOnlyList<SeedMonth> Seeds { get; init; }

    /// <summary>When the trail began to hold draws; <c>null</c>: it holds none.</summary>
    public required DateTimeOffset? DrawsKeptSince { get; init; }

    /// <summary>Whether a draw is shown, or counted in a month, that is older than that.</summary>
    public bool HasDrawsBeforeTheTrail => LastDraws.Any(d => d.Check == DrawCheck.BeforeTheTrail) || Seeds.Any(s => s.BeforeTheTrail > 0);

    public int Passed => Strata.Sum(s => s.Passed);

    public int Drawn => Strata.Sum(s => s.Drawn);
}

/// <param name="Share">What the data says today; <c>null</c>: the stratum is in the data no more.</param>
/// <param name="Capped">Below the share, and not drawn because enough were.</param>
public sealed record StratumRow(string Key, double? Share, int Passed, int Drawn, int Capped);

/// <summary>The decisions of one examiner that a second person could read.</summary>
public sealed record ReadExaminer(string Name, int Passed, int Drawn, int Agreed, int Returned);

public sealed record ReadClass(string MainClass, int Passed, int Drawn, int Returned);

public sealed record OpenReading(Guid WorkItemId, string Task, string Number, string Title, string ExaminerName, string? ReaderName, DateTimeOffset? DueAt, bool IsOverdue);

public sealed record ReturnedCase(Guid CaseId, string Number, string ExaminerName, Decision Return);

public sealed record ShownDraw(SampleDraw Draw, string Number, DrawCheck Check);

/// <summary>A month's seed. It is shown when the month is over; till then its hash alone.</summary>
/// <param name="BeforeTheTrail">Draws of which the trail holds nothing because they are older than its records of draws.</param>
public sealed record SeedMonth(string Period, string Commitment, string? Seed, int Draws, int Failed, int BeforeTheTrail);
