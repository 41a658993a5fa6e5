using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Venues;

/// <summary><c>data/venues/rules.json</c>.</summary>
public sealed record VenueRulesFile
{
    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<VenueTerm> Causes { get; init; }

    public required IReadOnlyList<VenueTerm> Points { get; init; }

    public required IReadOnlyList<ConnectingPointSet> PointSets { get; init; }

    public required IReadOnlyList<VenueRule> Rules { get; init; }

    public required IReadOnlyList<InternetCourtHint> Hints { get; init; }
}
