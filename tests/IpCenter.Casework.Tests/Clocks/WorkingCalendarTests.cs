using FsCheck;
using FsCheck.Fluent;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, 1000).Select(First.AddDays);

    [Theory]
    [InlineData("2024-02-08", 1, "2024-02-09")]
    [InlineData("2024-02-08", 10, "2024-02-28")]
    [InlineData("2024-09-13", 1, "2024-09-14")]
    [InlineData("2024-09-30", 5, "2024-10-12")]
    [InlineData("2025-01-24", 1, "2025-01-26")]
    [InlineData("2025-01-27", 10, "2025-02-17")]
    [InlineData("2025-09-26", 1, "2025-09-28")]
    [InlineData("2025-09-30", 3, "2025-10-11")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-05-08", 1, "2026-05-09")]
    [InlineData("2026-09-18", 1, "2026-09-20")]
    [InlineData("2026-09-24", 10, "2026-10-15")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-11-20", 10, "2026-12-04")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2026-10-15", -10, "2026-09-24")]
    public void Working_days_are_added_by_the_official_calendar(string start, int n, string expected) =>
        Assert.Equal(When.Day(expected), Calendar.AddWorkingDays(When.Day(start), n));

    [Theory]
    [InlineData("2024-02-04", true)]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-05-11", true)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-02-08", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-21", false)]
    public void A_day_is_worked_or_not_by_the_official_calendar(string date, bool expected) =>
        Assert.Equal(expected, Calendar.IsWorkingDay(When.Day(date)));

    [Theory]
    [InlineData("2026-10-01", "2026-10-08")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2025-10-01", "2025-10-09")]
    [InlineData("2026-09-20", "2026-09-20")]
    [InlineData("2026-11-21", "2026-11-23")]
    [InlineData("2024-02-10", "2024-02-18")]
    public void A_day_off_moves_to_the_next_working_day(string date, string expected) =>
        Assert.Equal(When.Day(expected), Calendar.RollForward(When.Day(date)));

    [Theory]
    [InlineData("2023-12-31", 2023)]
    [InlineData("2028-01-01", 2028)]
    public void A_year_without_calendar_is_an_error_that_names_the_year(string date, int year)
    {
        var missing = Assert.Throws<CalendarYearMissingException>(() => Calendar.IsWorkingDay(When.Day(date)));

        Assert.Equal(year, missing.Year);
        Assert.Contains($"{year}", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counting_across_the_end_of_the_data_names_the_year_that_is_missing()
    {
        var missing = Assert.Throws<CalendarYearMissingException>(() => Calendar.AddWorkingDays(new DateOnly(2027, 12, 31), 1));

        Assert.Equal(2028, missing.Year);
    }

    [Fact]
    public void Only_2027_is_provisional()
    {
        Assert.Equal([2027], Calendar.Years.Where(Calendar.IsProvisional));
        Assert.Throws<CalendarYearMissingException>(() => Calendar.IsProvisional(2030));
    }

    [Fact]
    public void Spring_festival_2027_is_counted_from_the_sixth_of_February()
    {
        Assert.Equal(DayKind.Holiday, Calendar.Day(new DateOnly(2027, 2, 5)).Kind);
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2027, 2, 4)));
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2027, 2, 11)));
    }

    [Fact]
    public void Days_skipped_are_told_by_name()
    {
        var skipped = Calendar.DaysSkipped(new DateOnly(2026, 9, 25), new DateOnly(2026, 10, 15));

        Assert.Equal(["中秋节", "国庆节"], skipped.Holidays.Select(holiday => holiday.Name.Zh));
        Assert.Equal(10, skipped.HolidayDays);
        Assert.Equal([new DateOnly(2026, 10, 10)], skipped.MakeUpWorkdays.Select(day => day.Date));
        Assert.Equal(1, skipped.WeekendDays);
    }

    [Fact]
    public void The_leap_day_is_an_ordinary_day() =>
        Assert.Equal(new DateOnly(2024, 2, 29), Calendar.AddWorkingDays(new DateOnly(2024, 2, 28), 1));

    [Fact]
    public void Adding_more_working_days_never_ends_earlier() => Repeated.Holds(
        from date in Dates from few in Gen.Choose(0, 60) from more in Gen.Choose(0, 60) select (date, few, more),
        it => Calendar.AddWorkingDays(it.date, it.few) <= Calendar.AddWorkingDays(it.date, it.few + it.more));

    [Fact]
    public void A_later_start_never_ends_earlier() => Repeated.Holds(
        from date in Dates from later in Gen.Choose(0, 30) from n in Gen.Choose(0, 60) select (date, later, n),
        it => Calendar.AddWorkingDays(it.date, it.n) <= Calendar.AddWorkingDays(it.date.AddDays(it.later), it.n));

    [Fact]
    public void As_many_working_days_lie_between_as_were_added() => Repeated.Holds(
        from date in Dates from n in Gen.Choose(1, 60) select (date, n),
        it => Calendar.WorkingDaysBetween(it.date, Calendar.AddWorkingDays(it.date, it.n)) == it.n
            && Calendar.IsWorkingDay(Calendar.AddWorkingDays(it.date, it.n)));

    [Fact]
    public void Working_days_between_add_up_over_any_date_in_between() => Repeated.Holds(
        from a in Dates from b in Dates from c in Dates select (a, b, c),
        it => Calendar.WorkingDaysBetween(it.a, it.b) + Calendar.WorkingDaysBetween(it.b, it.c) == Calendar.WorkingDaysBetween(it.a, it.c));

    [Fact]
    public void Every_day_is_worked_or_named_as_skipped() => Repeated.Holds(
        from date in Dates from length in Gen.Choose(1, 90) select (date, length),
        it =>
        {
            var last = it.date.AddDays(it.length);
            var skipped = Calendar.DaysSkipped(it.date.AddDays(1), last);
            return Calendar.WorkingDaysBetween(it.date, last) + skipped.WeekendDays + skipped.HolidayDays == it.length;
        });
}
