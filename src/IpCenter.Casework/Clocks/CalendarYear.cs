using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Clocks;

/// <summary>
/// One year's holiday notice. A notice may move a day of the preceding December, so the dates of a file
/// need not all lie in its own year, but none lies further away.
/// </summary>
public sealed record CalendarYear
{
    public required int Year { get; init; }

    public required CalendarStatus Status { get; init; }

    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<HolidayPeriod> Holidays { get; init; }

    public required IReadOnlyList<MakeUpWorkday> MakeUpWorkdays { get; init; }

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        for (var at = 0; at < Holidays.Count; at++)
        {
            var (name, from, to) = Holidays[at];
            if (to < from)
                yield return new Fault($"$.holidays[{at}].to", $"{name.Zh} ends on {to:O} before it begins on {from:O}.");
            else if (!Covers(from) || !Covers(to))
                yield return new Fault($"$.holidays[{at}]", $"{name.Zh} does not lie in {Year} or the December before.");
        }

        for (var at = 0; at < MakeUpWorkdays.Count; at++)
        {
            var date = MakeUpWorkdays[at].Date;
            if (!Covers(date))
                yield return new Fault($"$.makeUpWorkdays[{at}].date", $"{date:O} does not lie in {Year} or the December before.");
            else if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return new Fault($"$.makeUpWorkdays[{at}].date", $"{date:O} is a {date.DayOfWeek}, worked in any case.");
            else if (Holidays.Any(holiday => holiday.From <= date && date <= holiday.To))
                yield return new Fault($"$.makeUpWorkdays[{at}].date", $"{date:O} is also a day off.");
        }
    }

    private bool Covers(DateOnly date) => date.Year == Year || (date.Year == Year - 1 && date.Month == 12);
}
