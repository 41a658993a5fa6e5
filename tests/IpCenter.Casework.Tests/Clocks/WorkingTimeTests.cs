using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class WorkingTimeTests
{
    /// <summary>Nine to twelve and half past one to half past five: seven hours.</summary>
    private static readonly WorkingTime Time = new(Reference.Library.Calendar, [new(new(9, 0), new(12, 0)), new(new(13, 30), new(17, 30))]);

    private static readonly DateOnly LastDay = new(2026, 12, 31);

    [Theory]
    [InlineData("2026-11-16 10:00", "2026-11-16 11:30", 90)]
    [InlineData("2026-11-16 11:00", "2026-11-16 14:30", 120)]
    [InlineData("2026-11-16 06:00", "2026-11-16 23:00", 420)]
    [InlineData("2026-11-20 16:30", "2026-11-23 10:00", 120)]
    [InlineData("2026-09-30 16:30", "2026-10-08 10:00", 120)]
    [InlineData("2026-11-16 12:10", "2026-11-16 13:20", 0)]
    [InlineData("2026-11-16 15:00", "2026-11-16 14:00", 0)]
    public void Only_the_hours_of_working_days_count(string from, string to, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Time.Between(At(from), At(to)));

    [Fact]
    public void A_make_up_saturday_is_worked_on()
    {
        var makeUp = Reference.Library.Calendar.Notices.SelectMany(y => y.MakeUpWorkdays).First(d => d.Date.Year == 2026).Date;

        Assert.Equal(TimeSpan.FromHours(7), Time.Between(ChinaTime.StartOfDay(makeUp), ChinaTime.EndOfDay(makeUp)));
    }

    [Theory]
    [InlineData("2026-11-16 10:00", 60, "2026-11-16 10:00", "2026-11-16 11:00")]
    [InlineData("2026-11-16 11:30", 60, "2026-11-16 11:30", "2026-11-16 14:00")]
    [InlineData("2026-11-20 17:00", 60, "2026-11-20 17:00", "2026-11-23 09:30")]
    [InlineData("2026-11-21 10:00", 30, "2026-11-23 09:00", "2026-11-23 09:30")]
    [InlineData("2026-11-16 17:30", 30, "2026-11-17 09:00", "2026-11-17 09:30")]
    public void Work_goes_on_over_lunch_nights_and_weekends(string from, int minutes, string begins, string ends) =>
        Assert.Equal(new Stint(At(begins), At(ends)), Time.Do(TimeSpan.FromMinutes(minutes), At(from), LastDay, _ => false));

    [Fact]
    public void Work_waits_for_whoever_is_away()
    {
        var done = Time.Do(TimeSpan.FromHours(2), At("2026-11-16 16:30"), LastDay, day => day is { Day: 17 or 18 });

        Assert.Equal(new Stint(At("2026-11-16 16:30"), At("2026-11-19 10:00")), done);
    }

    [Fact]
    public void What_is_not_done_by_the_last_day_is_not_done() =>
        Assert.Null(Time.Do(TimeSpan.FromHours(8), At("2026-12-31 09:00"), LastDay, _ => false));

    [Fact]
    public void Nothing_is_foreseen_in_a_year_without_calendar()
    {
        var last = Reference.Library.Calendar.Years.Max();

        Assert.Null(Time.Do(TimeSpan.FromHours(7 * 400), At("2026-12-31 09:00"), new DateOnly(last + 1, 6, 1), _ => false));
    }

    [Theory]
    [InlineData("2026-11-16 09:00", 0)]
    [InlineData("2026-11-16 17:30", 0.25)]
    [InlineData("2026-11-18 08:00", 0.5)]
    [InlineData("2026-11-19 23:59", 1)]
    [InlineData("2026-11-25 00:00", 1)]
    public void The_share_of_a_term_that_has_gone_by_is_one_of_working_time(string now, double share) =>
        Assert.Equal(share, Time.ShareGone(At("2026-11-16 09:00"), At("2026-11-19 23:59"), At(now), countsWorkingDays: true), 6);

    [Fact]
    public void A_night_has_its_share_where_the_term_is_not_one_of_working_days() =>
        Assert.Equal(0.75, Time.ShareGone(At("2026-11-16 20:00"), At("2026-11-17 00:00"), At("2026-11-16 23:00"), countsWorkingDays: false), 6);

    [Fact]
    public void A_term_without_working_time_is_measured_as_it_passes() =>
        Assert.Equal(0.5, Time.ShareGone(At("2026-11-21 10:00"), At("2026-11-21 20:00"), At("2026-11-21 15:00"), countsWorkingDays: true), 6);

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), ChinaTime.Offset);
}
