using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Venues;

/// <summary><c>data/venues/set.json</c>.</summary>
public sealed record VenueSetFile
{
    public required string Version { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Bilingual Disclaimer { get; init; }

    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<VenuePlace> Places { get; init; }
}
