using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class NominalDeadlineTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DeadlineCatalogue Rules = Reference.Library.Deadlines;

    [Fact]
    public void A_period_in_months_that_ends_in_a_year_without_calendar_ends_on_its_own_day_and_says_so()
    {
        var deadline = NominalDeadline.ComputeOrNominal(Rules["d03-priority-copy"], new DateOnly(2027, 10, 1), Calendar);

        Assert.Equal((new DateOnly(2028, 1, 1), (int?)2028), (deadline.DueDate, deadline.Explanation.MissingYear));
        Assert.Contains(DeadlineWording.Explain(deadline), sentence => sentence.Zh.Contains("还没有2028年的工作日历", StringComparison.Ordinal));
        Assert.InRange(deadline.WarnAt, ChinaTime.StartOfDay(new DateOnly(2027, 10, 1)), deadline.DueAt);
    }

    [Fact]
    public void Where_the_calendar_is_there_it_is_the_same_as_ever()
    {
        var rule = Rules["d03-priority-copy"];

        var deadline = NominalDeadline.ComputeOrNominal(rule, new DateOnly(2026, 11, 16), Calendar);

        Assert.Equal(Deadline.Compute(rule, new DateOnly(2026, 11, 16), Calendar).DueAt, deadline.DueAt);
        Assert.Null(deadline.Explanation.MissingYear);
    }

    [Fact]
    public void Working_days_without_a_calendar_are_never_guessed() =>
        Assert.Throws<CalendarYearMissingException>(() => NominalDeadline.ComputeOrNominal(Rules["examination"], new DateOnly(2027, 12, 31), Calendar));
}
