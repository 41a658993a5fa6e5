using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Festivals;

/// <summary>A file of <c>data/festivals/</c>.</summary>
public sealed record FestivalFile
{
    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<FestivalWindow> Windows { get; init; }

    public IEnumerable<Fault> Faults() =>
        Provenance.Faults("$.provenance").Concat(Windows.SelectMany((window, at) => window.Faults($"$.windows[{at}]")));
}
