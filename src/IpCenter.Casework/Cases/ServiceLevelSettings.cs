using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Cases;

/// <summary>What the centre publishes of its service, and against which targets.</summary>
public sealed record ServiceLevelSettings
{
    /// <summary>Of fewer cases nothing is shown: a single one could be recognised.</summary>
    public required int LeastCases { get; init; }

    /// <summary>How many whole months are shown.</summary>
    public required int Months { get; init; }

    public required IReadOnlyList<ServiceTarget> Targets { get; init; }

    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, DeadlineRule> rules)
    {
        if (LeastCases < 5)
            yield return new Fault("$.serviceLevel.leastCases", $"{LeastCases} is less than 5: single cases could be recognised.");
        if (Months is < 1 or > 60)
            yield return new Fault("$.serviceLevel.months", $"{Months} is not between 1 and 60.");
        for (var at = 0; at < Targets.Count; at++)
            foreach (var fault in Targets[at].Faults($"$.serviceLevel.targets[{at}]", rules))
                yield return fault;
    }
}
