namespace IpCenter.Casework.Clocks;

/// <summary>
/// Working days by the State Council's yearly notices: Monday to Friday, without the days off, with the make-up
/// Saturdays and Sundays. Every answer about a year without a notice throws <see cref="CalendarYearMissingException"/>.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<int, CalendarStatus> _years = [];
    private readonly Dictionary<DateOnly, CalendarDay> _exceptions = [];

    public WorkingCalendar(IEnumerable<CalendarYear> years, int edition = 0)
    {
        Edition = edition;
        Notices = [.. years.OrderBy(year => year.Year)];
        foreach (var year in Notices)
        {
            _years.Add(year.Year, year.Status);
            foreach (var (name, from, to) in year.Holidays)
                for (var date = from; date <= to; date = date.AddDays(1))
                    _exceptions[date] = new CalendarDay(date, DayKind.Holiday, name);
            foreach (var (date, holiday) in year.MakeUpWorkdays)
                _exceptions[date] = new CalendarDay(date, DayKind.MakeUpWorkday, holiday);
        }
    }

    /// <summary>The newest edition in it; 0 is the calendar of the data files.</summary>
    public int Edition { get; }

    /// <summary>What the calendar was made from, with its sources, by year.</summary>
    public IReadOnlyList<CalendarYear> Notices { get; }

    public IEnumerable<int> Years => _years.Keys;

    public bool Knows(int year) => _years.ContainsKey(year);

    public bool IsProvisional(int year) => StatusOf(year) == CalendarStatus.Provisional;

    public CalendarDay Day(DateOnly date)
    {
        StatusOf(date.Year);
        return _exceptions.TryGetValue(date, out var day)
            ? day
            : new CalendarDay(date, date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday);
    }

    public bool IsWorkingDay(DateOnly date) => Day(date).IsWorkingDay;

    /// <summary>The n-th working day after the date, which itself is not counted; before it when n is negative; the date when n is 0.</summary>
    public DateOnly AddWorkingDays(DateOnly date, int n)
    {
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date))
                left--;
        }

        return date;
    }

    /// <summary>The date, or the first working day after it.</summary>
    public DateOnly RollForward(DateOnly date)
    {
        while (!IsWorkingDay(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>Whether <see cref="RollForward"/> has an answer: it may end in the year after, of which there may be no notice yet.</summary>
    public bool CanRollForward(DateOnly date)
    {
        for (; Knows(date.Year); date = date.AddDays(1))
            if (IsWorkingDay(date))
                return true;
        return false;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from);
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
            if (IsWorkingDay(date))
                count++;
        return count;
    }

    /// <summary>What lies between two dates, both included: the days that do not count, by name, and the make-up workdays that do.</summary>
    public SkippedDays DaysSkipped(DateOnly first, DateOnly last)
    {
        var weekendDays = 0;
        var holidays = new List<HolidayPeriod>();
        var makeUps = new List<MakeUpWorkday>();
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var day = Day(date);
            if (day.Kind == DayKind.Weekend)
                weekendDays++;
            else if (day.Kind == DayKind.MakeUpWorkday)
                makeUps.Add(new MakeUpWorkday(date, day.Holiday!));
            else if (day.Kind == DayKind.Holiday)
                Extend(holidays, date, day.Holiday!);
        }

        return new SkippedDays(weekendDays, holidays, makeUps);
    }

    private static void Extend(List<HolidayPeriod> holidays, DateOnly date, Bilingual name)
    {
        if (holidays is [.., var last] && last.Name == name && last.To.AddDays(1) == date)
            holidays[^1] = last with { To = date };
        else
            holidays.Add(new HolidayPeriod(name, date, date));
    }

    private CalendarStatus StatusOf(int year) =>
        _years.TryGetValue(year, out var status) ? status : throw new CalendarYearMissingException(year);
}
