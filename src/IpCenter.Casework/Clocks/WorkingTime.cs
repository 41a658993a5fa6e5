namespace IpCenter.Casework.Clocks;

/// <summary>
/// Time in which the centre works: its hours on the working days of the calendar. What a task takes, and how much of a
/// term has gone by, is counted in it, so that neither a night nor a holiday uses anything up.
/// </summary>
/// <param name="calendar">The working days.</param>
/// <param name="hours">The hours of every working day, in order and apart from each other.</param>
public sealed class WorkingTime(WorkingCalendar calendar, IReadOnlyList<OfficeHours> hours)
{
    /// <summary>Working time between two instants; zero when <paramref name="to"/> is not later.</summary>
    /// <exception cref="CalendarYearMissingException">The stretch reaches into a year without calendar.</exception>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        for (var day = ChinaTime.DateOf(from); day <= ChinaTime.DateOf(to); day = day.AddDays(1))
            foreach (var (start, end) in Stretches(day))
            {
                var length = Earlier(end, to) - Later(start, from);
                if (length > TimeSpan.Zero)
                    total += length;
            }
        return total;
    }

    /// <summary>
    /// When a piece of work that is begun at <paramref name="from"/> at the earliest will be done by somebody who is not
    /// there on some days; <c>null</c> when that is not before the end of <paramref name="lastDay"/>.
    /// </summary>
    public Stint? Do(TimeSpan work, DateTimeOffset from, DateOnly lastDay, Func<DateOnly, bool> isAway)
    {
        DateTimeOffset? began = null;
        for (var day = ChinaTime.DateOf(from); day <= lastDay && calendar.Knows(day.Year); day = day.AddDays(1))
        {
            if (isAway(day))
                continue;
            foreach (var (start, end) in Stretches(day))
            {
                var at = Later(start, from);
                if (at >= end)
                    continue;
                began ??= at;
                if (work <= end - at)
                    return new Stint(began.Value, at + work);
                work -= end - at;
            }
        }
        return null;
    }

    /// <summary>The first moment, not before <paramref name="from"/>, at which somebody is at work; <c>null</c> when that is not before the end of <paramref name="lastDay"/>.</summary>
    public DateTimeOffset? NextMoment(DateTimeOffset from, DateOnly lastDay, Func<DateOnly, bool> isAway) =>
        Do(TimeSpan.FromTicks(1), from, lastDay, isAway)?.From;

    /// <summary>
    /// The share of a term that has gone by, 0 to 1: of its working time, or, where a term has none (a report in the
    /// evening that is due the same night), of the time as it passes.
    /// </summary>
    /// <param name="countsWorkingDays">Whether the term is one of working days.</param>
    /// <param name="pauses">Stretches that are no part of the term.</param>
    public double ShareGone(DateTimeOffset start, DateTimeOffset due, DateTimeOffset now, bool countsWorkingDays, IReadOnlyList<PauseSpan>? pauses = null)
    {
        if (now >= due)
            return 1;
        if (now <= start)
            return 0;
        var whole = countsWorkingDays ? Less(start, due) : TimeSpan.Zero;
        return whole > TimeSpan.Zero ? Math.Clamp(Less(start, now) / whole, 0, 1) : (now - start) / (due - start);

        TimeSpan Less(DateTimeOffset from, DateTimeOffset to) => Between(from, to)
            - (pauses ?? []).Aggregate(TimeSpan.Zero, (sum, pause) => sum + Between(Later(pause.From, from), Earlier(pause.To, to)));
    }

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Stretches(DateOnly day) => calendar.IsWorkingDay(day)
        ? hours.Select(h => (ChinaTime.At(day, h.From), ChinaTime.At(day, h.To)))
        : [];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
