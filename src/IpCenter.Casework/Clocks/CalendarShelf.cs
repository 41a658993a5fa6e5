namespace IpCenter.Casework.Clocks;

/// <summary>
/// The working calendar that is in force: the years of the data files, over them the editions that were published since. A newer one
/// takes the place of the older at once and whole, so that whoever counts takes the calendar once and counts with it to the end.
/// </summary>
public sealed class CalendarShelf
{
    private readonly IReadOnlyList<CalendarYear> _files;
    private WorkingCalendar _current;

    public CalendarShelf(IReadOnlyList<CalendarYear> files) => (_files, _current) = (files, new WorkingCalendar(files));

    public WorkingCalendar Current => Volatile.Read(ref _current);

    /// <summary>A shelf of its own with the years of the files.</summary>
    public CalendarShelf Fresh() => new(_files);

    /// <summary>The calendar as it would be with these editions over the files; of one year the last counts.</summary>
    public WorkingCalendar With(IEnumerable<(int Edition, CalendarYear Year)> editions)
    {
        var years = _files.ToDictionary(year => year.Year);
        var newest = 0;
        foreach (var (edition, year) in editions.OrderBy(e => e.Edition))
            (years[year.Year], newest) = (year, edition);
        return new WorkingCalendar(years.Values, newest);
    }

    /// <summary>Puts a calendar in force, unless a newer one is.</summary>
    public void Take(WorkingCalendar calendar)
    {
        for (var known = Current; known.Edition < calendar.Edition;)
        {
            var found = Interlocked.CompareExchange(ref _current, calendar, known);
            if (ReferenceEquals(found, known))
                return;
            known = found;
        }
    }
}
