using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Venues;

/// <summary><c>data/venues/courts.json</c>.</summary>
public sealed record VenueCourtsFile
{
    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<Court> Courts { get; init; }

    public required IReadOnlyList<CourtPower> Powers { get; init; }

    public required IReadOnlyList<HearingOption> HearingOptions { get; init; }

    public required IReadOnlyList<Journey> Journeys { get; init; }
}
