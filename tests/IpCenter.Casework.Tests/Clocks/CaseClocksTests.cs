using FsCheck;
using FsCheck.Fluent;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class CaseClocksTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DeadlineCatalogue Rules = Reference.Library.Deadlines;
    private static readonly DateTimeOffset Start = new(2026, 9, 21, 10, 0, 0, ChinaTime.Offset);

    private static readonly Gen<CaseClocks> Histories =
        from first in Gen.Elements(Enum.GetValues<ClockOwner>())
        from switches in (from owner in Gen.Elements(Enum.GetValues<ClockOwner>()) from minutes in Gen.Choose(0, 20_000) select (owner, minutes)).ListOf()
        select switches.Take(25).Aggregate(
            CaseClocks.Start(first, Start, "begin"),
            (clocks, next) => clocks.SwitchTo(next.owner, clocks.Segments[^1].From.AddMinutes(next.minutes), "next"));

    [Fact]
    public void The_three_clocks_add_up_to_the_time_since_the_start_whatever_the_pauses() => Repeated.Holds(
        from clocks in Histories from minutes in Gen.Choose(0, 100_000) select (clocks, minutes),
        it =>
        {
            var now = Start.AddMinutes(it.minutes);
            var sum = it.clocks.TotalsAt(now, Calendar).Sum;
            return sum.Elapsed == now - Start
                && sum.WorkingDays == Calendar.WorkingDaysBetween(ChinaTime.DateOf(Start), ChinaTime.DateOf(now));
        });

    [Fact]
    public void Every_instant_of_a_case_lies_on_exactly_one_clock() => Repeated.Holds(
        from clocks in Histories from minutes in Gen.Choose(0, 100_000) select (clocks, minutes),
        it =>
        {
            var now = Start.AddMinutes(it.minutes);
            return it.clocks.Segments.Count(segment => segment.From <= now && (segment.To is null || now < segment.To)) == 1;
        });

    [Fact]
    public void A_stored_history_is_taken_up_unchanged() => Repeated.Holds(
        Histories, clocks => CaseClocks.FromSegments(clocks.Segments).Segments.SequenceEqual(clocks.Segments));

    [Fact]
    public void The_applicants_days_are_not_the_centres()
    {
        var clocks = CaseClocks.Start(ClockOwner.Centre, Start, "received")
            .SwitchTo(ClockOwner.Applicant, Start.AddDays(1), "correction")
            .SwitchTo(ClockOwner.Centre, Start.AddDays(3), "corrected");

        var totals = clocks.TotalsAt(Start.AddDays(3).AddHours(5), Calendar);

        Assert.Equal(new ClockTotal(1, TimeSpan.FromHours(29)), totals.Centre);
        Assert.Equal(new ClockTotal(2, TimeSpan.FromHours(48)), totals.Of(ClockOwner.Applicant));
        Assert.Equal(default, totals.Of(ClockOwner.Office));
    }

    [Fact]
    public void The_deadline_of_the_centre_stands_still_while_the_applicant_corrects()
    {
        var clocks = CaseClocks.Start(ClockOwner.Centre, Start, "received");
        var examination = Rules[DeadlineKeys.Examination];

        Assert.Equal(new DateOnly(2026, 9, 24), clocks.DeadlineOn(ClockOwner.Centre, examination, Calendar)!.DueDate);

        clocks = clocks.SwitchTo(ClockOwner.Applicant, Start.AddDays(1), "补正");
        Assert.Null(clocks.DeadlineOn(ClockOwner.Centre, examination, Calendar));

        clocks = clocks.SwitchTo(ClockOwner.Centre, Start.AddDays(3), "已补正");
        var deadline = clocks.DeadlineOn(ClockOwner.Centre, examination, Calendar)!;
        // Thursday 24 September, two of three days left, the Mid-Autumn Festival from Friday to Sunday.
        Assert.Equal(new DateOnly(2026, 9, 29), deadline.DueDate);
        Assert.Contains("暂停：2026年9月22日至2026年9月24日由申请人计时（补正）。", DeadlineWording.Explain(deadline).Select(line => line.Zh));
    }

    [Fact]
    public void Whatever_the_pauses_the_centre_gets_its_days_and_no_more() => Repeated.Holds(
        Histories,
        clocks =>
        {
            var rule = Rules[DeadlineKeys.Mediation];
            var resumed = clocks.SwitchTo(ClockOwner.Centre, clocks.Segments[^1].From.AddHours(3), "resumed");
            var due = resumed.DeadlineOn(ClockOwner.Centre, rule, Calendar)!.DueAt;
            var used = resumed.TotalsAt(resumed.Segments[^1].From, Calendar).Centre.WorkingDays;
            return used > rule.Length
                ? due < resumed.Segments[^1].From.AddDays(1)
                : resumed.TotalsAt(due, Calendar).Centre.WorkingDays == rule.Length || used == rule.Length;
        });

    [Fact]
    public void A_closed_case_grows_no_older()
    {
        var clocks = CaseClocks.Start(ClockOwner.Centre, Start, "received").Stop(Start.AddHours(5));

        Assert.Null(clocks.Running);
        Assert.Equal(TimeSpan.FromHours(5), clocks.TotalsAt(Start.AddYears(1), Calendar).Sum.Elapsed);
        Assert.Throws<InvalidOperationException>(() => clocks.SwitchTo(ClockOwner.Office, Start.AddDays(1), "late"));
    }

    [Fact]
    public void A_change_before_the_last_one_is_refused()
    {
        var clocks = CaseClocks.Start(ClockOwner.Centre, Start, "received").SwitchTo(ClockOwner.Office, Start.AddDays(2), "filed");

        Assert.Throws<ArgumentOutOfRangeException>(() => clocks.SwitchTo(ClockOwner.Centre, Start.AddDays(1), "back"));
    }

    [Fact]
    public void A_history_with_a_gap_an_overlap_or_no_segment_is_refused()
    {
        var one = new ClockSegment(ClockOwner.Centre, Start, Start.AddHours(1), "a");

        Assert.Throws<ArgumentException>(() => CaseClocks.FromSegments([]));
        Assert.Throws<ArgumentException>(() => CaseClocks.FromSegments([one, new(ClockOwner.Office, Start.AddHours(2), null, "b")]));
        Assert.Throws<ArgumentException>(() => CaseClocks.FromSegments([one with { To = null }, new(ClockOwner.Office, Start.AddHours(1), null, "b")]));
        Assert.Throws<ArgumentException>(() => CaseClocks.FromSegments([one with { To = Start.AddHours(-1) }]));
    }
}
