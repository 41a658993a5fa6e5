namespace IpCenter.Casework.Venues;

/// <summary>Candidate courts, or why none can be named. Never a silent guess.</summary>
public sealed record VenueAnswer
{
    /// <summary>Version of the data set that gave the answer.</summary>
    public required string DataVersion { get; init; }

    public required VenueQuestion Question { get; init; }

    /// <summary>The surest first.</summary>
    public required IReadOnlyList<VenueCandidate> Candidates { get; init; }

    /// <summary>Why no court can be named: "ask the filing window" in words. Null when there is a candidate.</summary>
    public Bilingual? Unknown { get; init; }

    /// <summary>What to find out to make the answer narrower.</summary>
    public required IReadOnlyList<Bilingual> Questions { get; init; }

    public required IReadOnlyList<VenueHint> Hints { get; init; }

    public required IReadOnlyList<Bilingual> Notes { get; init; }

    public required IReadOnlyList<UncertainSignal> UncertainSignals { get; init; }

    public required Bilingual Disclaimer { get; init; }

    public bool IsUnknown => Unknown is not null;
}
