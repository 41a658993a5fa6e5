using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Clocks;

/// <summary>A file of <c>data/deadlines/</c>.</summary>
public sealed record DeadlineFile
{
    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<DeadlineRule> Rules { get; init; }

    public IEnumerable<Fault> Faults() =>
        Provenance.Faults("$.provenance").Concat(Rules.SelectMany((rule, at) => rule.Faults($"$.rules[{at}]")));
}
