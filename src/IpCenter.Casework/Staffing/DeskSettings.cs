using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Staffing;

/// <summary>How this centre runs its desk: <c>data/desk/desk.json</c>.</summary>
public sealed record DeskSettings
{
    public required Provenance Provenance { get; init; }

    /// <summary>The hours of a working day.</summary>
    public required IReadOnlyList<OfficeHours> Hours { get; init; }

    /// <summary>At which shares of a term somebody is called, the earliest first.</summary>
    public required IReadOnlyList<EscalationStage> Escalation { get; init; }

    public required DistributionSettings Distribution { get; init; }

    public required ForecastSettings Forecast { get; init; }

    public required ServiceLevelSettings ServiceLevel { get; init; }

    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, DeadlineRule> rules)
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (Hours.Count == 0)
            yield return new Fault("$.hours", "A centre that never works finishes nothing.");
        for (var at = 0; at < Hours.Count; at++)
        {
            if (Hours[at].To <= Hours[at].From)
                yield return new Fault($"$.hours[{at}]", "It ends before it begins.");
            if (at > 0 && Hours[at].From < Hours[at - 1].To)
                yield return new Fault($"$.hours[{at}].from", "It begins before the stretch before it ends.");
        }

        foreach (var fault in EscalationFaults().Concat(Distribution.Faults()).Concat(Forecast.Faults()).Concat(ServiceLevel.Faults(rules)))
            yield return fault;
    }

    private IEnumerable<Fault> EscalationFaults()
    {
        for (var at = 0; at < Escalation.Count; at++)
        {
            // At the whole term the breach is there: calling somebody then is not escalation.
            if (Escalation[at].Share is <= 0 or >= 1)
                yield return new Fault($"$.escalation[{at}].share", $"{Escalation[at].Share} is not between 0 and 1: nobody is called before the start or after the breach.");
            if (at > 0 && Escalation[at].Share <= Escalation[at - 1].Share)
                yield return new Fault($"$.escalation[{at}].share", "It is not later than the stage before it.");
            if (Escalation.Take(at).Any(before => before.Key == Escalation[at].Key))
                yield return new Fault($"$.escalation[{at}].key", $"There is another stage '{Escalation[at].Key}'.");
        }
    }
}
