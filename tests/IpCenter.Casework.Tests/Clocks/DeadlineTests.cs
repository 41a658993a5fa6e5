using FsCheck.Fluent;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class DeadlineTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DeadlineCatalogue Rules = Reference.Library.Deadlines;

    [Theory]
    [InlineData("examination", "2026-09-24", "2026-09-30")]
    [InlineData("correction", "2026-09-30", "2026-10-13")]
    [InlineData("filing-fee", "2026-11-20", "2026-11-23")]
    [InlineData("office-filing", "2026-09-24", "2026-10-08")]
    [InlineData("counter-notice", "2026-09-16", "2026-10-08")]
    [InlineData("counter-notice", "2026-09-05", "2026-09-20")]
    [InlineData("d01-filing-fee", "2025-12-31", "2026-02-28")]
    [InlineData("d01-filing-fee", "2026-12-31", "2027-03-01")]
    [InlineData("d04-design-priority", "2024-02-29", "2024-08-29")]
    [InlineData("d05-grace-period", "2025-08-31", "2026-02-28")]
    [InlineData("d06-registration", "2025-12-30", "2026-02-28")]
    [InlineData("d19-limitation", "2024-02-29", "2027-03-01")]
    [InlineData("mediation", "2026-11-20", "2026-12-18")]
    [InlineData("d20-defence", "2026-04-17", "2026-05-06")]
    public void A_period_ends_on_its_day(string key, string start, string expected)
    {
        var deadline = Deadline.Compute(Rules[key], When.Day(start), Calendar);

        Assert.Equal(When.Day(expected), deadline.DueDate);
        Assert.Equal(ChinaTime.EndOfDay(When.Day(expected)), deadline.DueAt);
    }

    [Fact]
    public void A_report_in_a_livestream_is_due_before_midnight_of_the_same_day_even_on_a_holiday()
    {
        var deadline = Deadline.Compute(Rules[DeadlineKeys.SameDay], When.At("2026-10-01T21:30"), Calendar);

        Assert.Equal(When.At("2026-10-01T23:59:59"), deadline.DueAt);
        Assert.Equal(When.At("2026-10-01T21:30"), deadline.WarnAt);
        Assert.True(deadline.IsMetBy(When.At("2026-10-01T23:59:59.9")));
        Assert.False(deadline.IsMetBy(When.At("2026-10-02T00:00")));
    }

    [Fact]
    public void A_report_of_the_morning_is_warned_about_at_six_in_the_evening()
    {
        var deadline = Deadline.Compute(Rules[DeadlineKeys.SameDay], When.At("2026-11-22T08:00"), Calendar);

        Assert.Equal(When.At("2026-11-22T18:00"), deadline.WarnAt);
    }

    [Fact]
    public void The_day_of_an_event_is_the_day_in_China()
    {
        var lateInLondon = new DateTimeOffset(2026, 11, 22, 16, 30, 0, TimeSpan.Zero);

        var deadline = Deadline.Compute(Rules[DeadlineKeys.SameDay], lateInLondon, Calendar);

        Assert.Equal(new DateOnly(2026, 11, 23), deadline.DueDate);
    }

    [Theory]
    [InlineData("2026-11-20T10:20", "2026-11-22T11:00")]
    [InlineData("2026-11-20T10:00", "2026-11-22T11:00")]
    [InlineData("2026-12-30T23:59", "2027-01-02T00:00")]
    public void A_court_period_in_hours_runs_from_the_next_hour_through_days_off(string start, string expected)
    {
        var deadline = Deadline.Compute(Rules["d15-preservation-ruling"], When.At(start), Calendar);

        Assert.Equal(When.At(expected), deadline.DueAt);
        Assert.Equal(When.At(expected).AddHours(-12), deadline.WarnAt);
        Assert.True(deadline.IsMetBy(deadline.DueAt));
        Assert.False(deadline.IsMetBy(deadline.DueAt.AddSeconds(1)));
    }

    [Fact]
    public void A_period_in_hours_needs_the_instant() =>
        Assert.Throws<ArgumentException>(() => Deadline.Compute(Rules["d15-preservation-ruling"], new DateOnly(2026, 11, 20), Calendar));

    [Fact]
    public void A_reasonable_period_has_no_date()
    {
        var rule = Rules["d11-content-platform"];

        Assert.False(rule.IsCountable);
        Assert.Throws<ArgumentException>(() => Deadline.Compute(rule, new DateOnly(2026, 11, 20), Calendar));
    }

    [Fact]
    public void The_right_holder_is_reminded_on_day_0_10_and_13_of_a_counter_notice()
    {
        var deadline = Deadline.Compute(Rules[DeadlineKeys.CounterNotice], When.At("2026-11-02T10:00"), Calendar);

        Assert.Equal([When.At("2026-11-02T10:00"), When.At("2026-11-12T09:00"), When.At("2026-11-15T09:00")], deadline.Reminders);
        Assert.Equal(new DateOnly(2026, 11, 17), deadline.DueDate);
    }

    [Fact]
    public void A_warning_lies_between_the_start_and_the_end_for_every_rule()
    {
        foreach (var rule in Rules.All.Where(rule => rule.IsCountable))
        {
            var start = When.At("2024-01-02T20:15");
            var deadline = Deadline.Compute(rule, start, Calendar);
            Assert.InRange(deadline.WarnAt, start, deadline.DueAt);
        }
    }

    [Fact]
    public void A_period_that_reaches_an_unknown_year_names_the_year_but_its_nominal_end_is_known()
    {
        var start = new DateOnly(2026, 11, 22);

        var known = NominalDeadline.ComputeOrNominal(Rules["d19-limitation"], start, Calendar);
        Assert.Equal(known.Explanation.NominalEnd, known.DueDate);
        Assert.Contains(DeadlineWording.Explain(known), w => w.Zh.Contains($"还没有{known.Explanation.MissingYear}年的工作日历", StringComparison.Ordinal));
        var missing = Assert.Throws<CalendarYearMissingException>(() => Deadline.Compute(Rules["d19-limitation"], start, Calendar));

        Assert.Equal(2029, missing.Year);
        Assert.Equal(new DateOnly(2029, 11, 22), DeadlineCounting.NominalEnd(Rules["d19-limitation"], start, Calendar));
    }

    [Fact]
    public void The_opposition_period_follows_the_law_in_force()
    {
        var rules = Rules.WithCode("D22");

        Assert.Equal(3, rules.Single(rule => rule.IsInForceOn(new DateOnly(2026, 12, 31))).Length);
        Assert.Equal(2, rules.Single(rule => rule.IsInForceOn(new DateOnly(2027, 1, 1))).Length);
    }

    [Fact]
    public void The_decision_of_the_national_office_is_never_promised() => Assert.False(Rules[DeadlineKeys.OfficeDecision].Promised);

    [Fact]
    public void All_twenty_periods_of_the_table_are_there() =>
        Assert.All(Enumerable.Range(1, 20), number => Assert.NotEmpty(Rules.WithCode($"D{number:00}")));

    [Fact]
    public void A_promise_in_hours_runs_at_once_and_through_the_night()
    {
        var rule = Rules[DeadlineKeys.SameDay] with { Length = 24, Unit = LengthUnit.Hours, Warning = new DeadlineWarning(4, LengthUnit.Hours) };

        var deadline = Deadline.Compute(rule, When.At("2026-09-30T22:10"), Calendar);

        Assert.Equal(When.At("2026-10-01T22:10"), deadline.DueAt);
        Assert.Equal(When.At("2026-10-01T18:10"), deadline.WarnAt);
    }

    [Fact]
    public void A_period_of_days_or_months_ends_on_a_working_day_after_its_start_and_never_earlier_for_a_later_start() => Repeated.Holds(
        from rule in Gen.Elements(Rules.All.Where(rule => rule.Mode is CountingMode.CalendarRoll or CountingMode.MonthRoll && rule.Unit != LengthUnit.Years).ToArray())
        from day in Gen.Choose(0, 1000)
        from later in Gen.Choose(0, 10)
        select (rule, start: new DateOnly(2024, 1, 1).AddDays(day), later),
        it =>
        {
            if (it.start.AddDays(it.later).AddMonths(7).Year > 2027)
                return true;
            var due = Deadline.Compute(it.rule, it.start, Calendar).DueDate;
            return due > it.start && Calendar.IsWorkingDay(due) && due <= Deadline.Compute(it.rule, it.start.AddDays(it.later), Calendar).DueDate;
        });
}
