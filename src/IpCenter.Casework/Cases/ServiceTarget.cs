using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Cases;

/// <summary>A length in working days for one clock of a kind of case: the sum of the centre's own periods on it.</summary>
/// <param name="Kind">The kind of case.</param>
/// <param name="Clock">On which of its clocks.</param>
/// <param name="Rules">Keys of the periods that are added up, with the centre's configured lengths.</param>
/// <param name="Promised">Whether the centre promises it, or names it for orientation.</param>
public sealed record ServiceTarget(CaseKind Kind, ClockOwner Clock, IReadOnlyList<string> Rules, bool Promised)
{
    public int WorkingDays(DeadlineCatalogue deadlines) => Rules.Sum(key => deadlines[key].Length!.Value);

    public IEnumerable<Fault> Faults(string path, IReadOnlyDictionary<string, DeadlineRule> rules)
    {
        if (Rules.Count == 0)
            yield return new Fault($"{path}.rules", "A target is the sum of one period at least.");
        for (var at = 0; at < Rules.Count; at++)
            if (!rules.TryGetValue(Rules[at], out var rule))
                yield return new Fault($"{path}.rules[{at}]", $"There is no deadline rule '{Rules[at]}'.");
            else if (rule.Mode != CountingMode.WorkingDays)
                yield return new Fault($"{path}.rules[{at}]", $"'{rule.Key}' does not count working days and cannot be added up.");
        if (Promised && Clock != ClockOwner.Centre)
            yield return new Fault($"{path}.promised", "The centre promises its own clock alone.");
    }
}
