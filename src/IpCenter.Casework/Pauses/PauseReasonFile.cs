using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Pauses;

/// <summary>The file <c>data/pauses.json</c>.</summary>
public sealed record PauseReasonFile
{
    public required Provenance Provenance { get; init; }

    /// <summary>Working days for which one period may stand still, for whatever reasons together.</summary>
    public required int LongestTogether { get; init; }

    public required IReadOnlyList<PauseReason> Reasons { get; init; }

    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, DeadlineRule> rules)
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        for (var at = 0; at < Reasons.Count; at++)
        {
            var (reason, path) = (Reasons[at], $"$.reasons[{at}]");
            if (Reasons.Take(at).Any(r => r.Key == reason.Key))
                yield return new Fault($"{path}.key", $"There is another reason '{reason.Key}'.");
            if (reason.Confidence is < 0 or > 1)
                yield return new Fault($"{path}.confidence", $"{reason.Confidence} is not between 0 and 1.");
            if (reason.LongestWorkingDays < 1)
                yield return new Fault($"{path}.longestWorkingDays", $"{reason.LongestWorkingDays} is too short.");
            if (reason.LongestWorkingDays > LongestTogether)
                yield return new Fault($"{path}.longestWorkingDays", $"{reason.LongestWorkingDays} is longer than all reasons together may be, {LongestTogether}.");
            if (reason.Clocks.Count == 0)
                yield return new Fault($"{path}.clocks", "It stops no clock.");
            if (reason.Clocks.Contains(ClockOwner.Office))
                yield return new Fault($"{path}.clocks", "The clock of the national office is not the centre's to stop.");
            for (var period = 0; period < reason.Periods.Count; period++)
                if (!rules.TryGetValue(reason.Periods[period], out var rule))
                    yield return new Fault($"{path}.periods[{period}]", $"There is no deadline rule '{reason.Periods[period]}'.");
                else if (rule.Kind == DeadlineKind.Statutory)
                    yield return new Fault($"{path}.periods[{period}]", $"'{rule.Key}' is fixed by law: no pause moves it.");
                else if (!rule.IsPausable)
                    yield return new Fault($"{path}.periods[{period}]", $"'{rule.Key}' does not count working days: no pause moves it.");
        }
    }
}
