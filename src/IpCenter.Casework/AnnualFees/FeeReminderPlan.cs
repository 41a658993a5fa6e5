using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.AnnualFees;

/// <summary>When owners are reminded of annual fees: <c>data/fees/reminders.json</c>, the centre's own choice.</summary>
public sealed record FeeReminderPlan
{
    public required Provenance Provenance { get; init; }

    /// <summary>Days before the due day, each a reminder of its own.</summary>
    public required IReadOnlyList<int> DaysBefore { get; init; }

    /// <summary>At the beginning of which months of grace; the first is 1.</summary>
    public required IReadOnlyList<int> GraceMonths { get; init; }

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        for (var at = 0; at < DaysBefore.Count; at++)
            if (DaysBefore[at] is < 1 or > 365)
                yield return new Fault($"$.daysBefore[{at}]", $"{DaysBefore[at]} is not between 1 and 365.");
        for (var at = 0; at < GraceMonths.Count; at++)
            if (GraceMonths[at] is < 1 or > 6)
                yield return new Fault($"$.graceMonths[{at}]", $"{GraceMonths[at]} is not one of the six months of grace.");
    }

    /// <summary>The reminder that a day asks for: the nearest of those that have come, so that a late start sends one and not all.</summary>
    /// <returns>Such as <c>before-30</c>, <c>grace-2</c>; <c>null</c> for none.</returns>
    public string? StepOn(AnnualFee fee, DateOnly day)
    {
        if (!fee.IsOpen || day > fee.GraceEndsOn)
            return null;
        if (day <= fee.DueOn)
            return DaysBefore.Where(days => day >= fee.DueOn.AddDays(-days)).Order().Select(days => $"before-{days}").FirstOrDefault();
        // Steps hold the due day, then the end of each month of grace.
        var month = fee.Steps.TakeWhile(step => day > step.Until).Count();
        return GraceMonths.Where(m => m <= month).OrderDescending().Select(m => $"grace-{m}").FirstOrDefault();
    }
}
