using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class TermReckoningTests
{
    [Theory]
    // 31 December plus two months ends on the month's last day, a Saturday, and moves to Monday (细则5).
    [InlineData("d06-registration", "2025-12-31", "2026-02-28", "2026-02-28")]
    [InlineData("d06-registration", "2026-11-16", "2027-01-16", "2027-01-18")]
    // 15 days after 17 September 2026 lie in the National Day holiday.
    [InlineData("d20-defence", "2026-09-17", "2026-10-02", "2026-10-08")]
    [InlineData("d20-defence", "2026-11-02", "2026-11-17", "2026-11-17")]
    [InlineData("d04-design-priority", "2025-08-31", "2026-02-28", "2026-02-28")]
    public void A_term_ends_on_its_day_or_the_next_working_day(string key, string start, string nominal, string due)
    {
        var reckoned = TermReckoning.Reckon(Reference.Library.Deadlines[key], Day(start), null, Reference.Library.Calendar).Value;

        Assert.Equal((Day(nominal), Day(due)), (reckoned.NominalEnd, reckoned.Deadline!.DueDate));
        Assert.Null(reckoned.MissingYear);
    }

    [Fact]
    public void A_term_in_hours_needs_the_time_and_runs_from_the_next_full_hour()
    {
        var rule = Reference.Library.Deadlines["d15-preservation-ruling"];

        Assert.Equal("term.time-missing", Code(TermReckoning.Reckon(rule, new(2026, 11, 20), null, Reference.Library.Calendar)));
        var reckoned = TermReckoning.Reckon(rule, new(2026, 11, 20), new TimeOnly(14, 20), Reference.Library.Calendar).Value;
        Assert.Equal(ChinaTime.At(new(2026, 11, 22), new TimeOnly(15, 0)), reckoned.Deadline!.DueAt);
        Assert.Null(reckoned.NominalEnd);
    }

    [Theory]
    [InlineData("d22-trademark-opposition", "2026-12-31", null)]
    [InlineData("d22-trademark-opposition", "2027-01-01", "term.no-more")]
    [InlineData("d22-trademark-opposition-2027", "2026-12-31", "term.not-yet")]
    [InlineData("d22-trademark-opposition-2027", "2027-01-01", null)]
    [InlineData("d11-content-platform", "2026-11-20", "term.undetermined")]
    [InlineData("d20-defence", "1985-03-31", "term.day-range")]
    [InlineData("d20-defence", "2100-01-01", "term.day-range")]
    public void What_cannot_be_reckoned_is_said(string key, string start, string? code)
    {
        var reckoned = TermReckoning.Reckon(Reference.Library.Deadlines[key], Day(start), null, Reference.Library.Calendar);

        Assert.Equal(code, reckoned.Succeeded ? null : Code(reckoned));
    }

    [Fact]
    public void A_year_without_calendar_gives_the_day_before_any_move_and_no_date()
    {
        var reckoned = TermReckoning.Reckon(Reference.Library.Deadlines["d19-limitation"], new(2026, 11, 20), null, Reference.Library.Calendar).Value;

        Assert.Equal((2029, new DateOnly(2029, 11, 20)), (reckoned.MissingYear, reckoned.NominalEnd));
        Assert.Null(reckoned.Deadline);
    }

    [Fact]
    public void An_extension_that_the_law_allows_is_told_beside_the_term()
    {
        var reckoned = TermReckoning.Reckon(Reference.Library.Deadlines["d13-confirmation-decision"], new(2026, 11, 2), null, Reference.Library.Calendar).Value;

        Assert.Equal(new(2026, 11, 17), reckoned.Deadline!.DueDate);
        Assert.Equal(new(2026, 11, 27), reckoned.Longest!.DueDate);
    }

    [Fact]
    public void Every_term_of_the_table_is_reckoned_or_says_why_not()
    {
        foreach (var rule in Reference.Library.Deadlines.All.Where(r => r.Kind == DeadlineKind.Statutory))
        {
            var day = rule.EffectiveFrom ?? new DateOnly(2026, 1, 5);
            var reckoned = TermReckoning.Reckon(rule, day, new TimeOnly(9, 0), Reference.Library.Calendar);
            Assert.True(reckoned.Succeeded ? reckoned.Value.Deadline is not null || reckoned.Value.MissingYear > 2027 : Code(reckoned) == "term.undetermined", rule.Key);
        }
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Code(Casework.Results.Result<ReckonedTerm> result) => result.Violations.Single().Code;
}
