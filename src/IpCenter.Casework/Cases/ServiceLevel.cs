using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Cases;

/// <summary>
/// Counts what the centre publishes of its service. Cells of few cases say nothing, not even whether there was a case;
/// there are no totals over cells, from which a cell that is not shown could be worked out.
/// </summary>
public static class ServiceLevel
{
    private static readonly IReadOnlyList<ClockOwner?> Columns = [ClockOwner.Centre, ClockOwner.Applicant, ClockOwner.Office, null];

    /// <param name="cases">Closed cases of these months.</param>
    /// <param name="months">First days of whole months, in the order in which they are given back.</param>
    /// <param name="leastCases">Fewer are not shown.</param>
    /// <param name="targetOf">The target of a clock in working days; <c>null</c> where there is none.</param>
    public static IReadOnlyList<ServiceLevelMonth> Count(
        IEnumerable<ClosedCase> cases, IReadOnlyList<DateOnly> months, int leastCases, Func<CaseKind, ClockOwner, int?> targetOf)
    {
        var cells = cases.ToLookup(c => (c.Kind, c.Month), c => c.Totals);
        return
        [
            .. from kind in Enum.GetValues<CaseKind>()
               from month in months
               let totals = cells[(kind, month)].ToList()
               select totals.Count < leastCases
                   ? new ServiceLevelMonth(kind, month, null, [])
                   : new ServiceLevelMonth(kind, month, totals.Count, [.. Columns.Select(clock => Measure(clock, totals, clock is { } own ? targetOf(kind, own) : null))]) { PausedShare = Paused(totals) },
        ];
    }

    private static decimal Paused(List<ClockTotals> totals)
    {
        var (paused, all) = (totals.Sum(t => (decimal)t.Paused.Elapsed.Ticks), totals.Sum(t => (decimal)t.Sum.Elapsed.Ticks));
        return all == 0 ? 0 : paused / all;
    }

    private static ServiceLevelClock Measure(ClockOwner? clock, List<ClockTotals> totals, int? target)
    {
        var days = totals.Select(t => (clock is { } own ? t.Of(own) : t.Sum).WorkingDays).Order().ToList();
        var middle = days.Count / 2;
        var median = days.Count % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2m;
        var p90 = days[(9 * days.Count + 9) / 10 - 1];
        return new(clock, median, p90, target, target is { } most ? (decimal)days.Count(d => d <= most) / days.Count : null);
    }
}
