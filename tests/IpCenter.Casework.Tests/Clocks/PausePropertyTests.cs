using FsCheck;
using FsCheck.Fluent;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

/// <summary>What holds for any pauses whatever: of the time of a case, of its dates, of the calendar under them.</summary>
public sealed class PausePropertyTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DeadlineRule Rule = Reference.Library.Deadlines[DeadlineKeys.Examination];
    private static readonly DateTimeOffset Start = new(2025, 12, 20, 10, 0, 0, ChinaTime.Offset);
    private static readonly Bilingual Why = Bilingual.Same("why");

    /// <summary>Null pauses the clock that runs, and lets it go on where it stands still.</summary>
    private static readonly Gen<CaseClocks> Histories =
        from first in Gen.Elements(Enum.GetValues<ClockOwner>())
        from steps in (from owner in Gen.Elements<ClockOwner?>(null, null, ClockOwner.Centre, ClockOwner.Applicant, ClockOwner.Office) from minutes in Gen.Choose(0, 20_000) select (owner, minutes)).ListOf()
        select steps.Take(25).Aggregate(CaseClocks.Start(first, Start, "begin"), (clocks, step) => Next(clocks, step.owner, clocks.Segments[^1].From.AddMinutes(step.minutes)));

    /// <summary>A start, a length in working days, and stretches apart from each other, the first before the unpaused end.</summary>
    private static readonly Gen<(DateTimeOffset Start, int Length, IReadOnlyList<PauseSpan> Pauses)> Paused =
        from day in Gen.Choose(0, 400)
        from length in Gen.Choose(1, 12)
        from gaps in (from before in Gen.Choose(0, 5) from lasting in Gen.Choose(0, 12) select (before, lasting)).ListOf()
        let start = Start.AddDays(day - 300)
        select (start, length, (IReadOnlyList<PauseSpan>)Spans(start, length, gaps.Take(4)));

    /// <summary>Stretches wherever they fall, also from the last day on and after the end, each as it was announced or let go on before.</summary>
    private static readonly Gen<(DateTimeOffset Start, int Length, IReadOnlyList<PauseSpan> Pauses)> PausedAnywhere =
        from day in Gen.Choose(0, 400)
        from length in Gen.Choose(1, 8)
        from keeps in Gen.Elements(true, false)
        from gaps in (from before in Gen.Choose(0, 15 * 24) from lasting in Gen.Choose(0, 8 * 24) from left in Gen.Choose(-5 * 24, 5 * 24) select (before, lasting, left)).ListOf()
        let start = Start.AddDays(day - 300)
        select (start, length, (IReadOnlyList<PauseSpan>)Anywhere(start, keeps, gaps.Take(4)));

    [Fact]
    public void Every_hour_lies_on_exactly_one_clock_or_in_a_pause_and_they_add_up() => Repeated.Holds(
        from clocks in Histories from minutes in Gen.Choose(0, 200_000) select (clocks, minutes),
        it =>
        {
            var now = Start.AddMinutes(it.minutes);
            var totals = it.clocks.TotalsAt(now, Calendar);
            return it.clocks.Segments.Count(segment => segment.From <= now && (segment.To is null || now < segment.To)) == 1
                && totals.Sum.Elapsed == now - Start
                && totals.Centre.Elapsed + totals.Applicant.Elapsed + totals.Office.Elapsed + totals.Paused.Elapsed == now - Start
                && totals.Sum.WorkingDays == Calendar.WorkingDaysBetween(ChinaTime.DateOf(Start), ChinaTime.DateOf(now));
        });

    [Fact]
    public void While_a_clock_is_paused_none_runs_and_whose_it_is_is_known() => Repeated.Holds(
        Histories, clocks => (clocks.Running is null) != (clocks.Paused is null) && clocks.Segments[^1].Owner == (clocks.Running ?? clocks.Paused));

    [Fact]
    public void A_stored_history_with_pauses_is_taken_up_unchanged() => Repeated.Holds(
        Histories, clocks => CaseClocks.FromSegments(clocks.Segments).Segments.SequenceEqual(clocks.Segments));

    [Fact]
    public void Moving_by_pauses_is_counting_with_the_paused_days_taken_out() => Repeated.Holds(Paused, it =>
        Deadline.Compute(Rule with { Length = it.Length }, it.Start, it.Pauses, Calendar).DueDate == TakenOut(it.Start, it.Length, it.Pauses));

    [Fact]
    public void The_explanation_names_every_pause_and_their_days_make_up_the_difference() => Repeated.Holds(Paused, it =>
    {
        var (plain, moved) = (Deadline.Compute(Rule with { Length = it.Length }, it.Start, Calendar), Deadline.Compute(Rule with { Length = it.Length }, it.Start, it.Pauses, Calendar));
        return moved.Explanation.StoodStill.Select(pause => pause.Span).SequenceEqual(it.Pauses)
            && moved.Explanation.StoodStill.Sum(pause => pause.WorkingDays) == Calendar.WorkingDaysBetween(plain.DueDate, moved.DueDate)
            && DeadlineWording.Explain(moved).Count(sentence => sentence.Zh.StartsWith("暂停", StringComparison.Ordinal)) == it.Pauses.Count;
    });

    [Fact]
    public void Begun_on_the_last_day_or_later_a_pause_puts_the_end_on_the_day_on_which_the_clock_runs_again() => Repeated.Holds(
        from it in PausedAnywhere from late in Gen.Choose(0, 10) from lasting in Gen.Choose(1, 10) select (it.Start, it.Length, late, lasting),
        it =>
        {
            var rule = Rule with { Length = it.Length };
            var from = ChinaTime.At(Deadline.Compute(rule, it.Start, Calendar).DueDate.AddDays(it.late), new TimeOnly(15, 0));
            var pause = new PauseSpan(from, from.AddDays(it.lasting), Why);
            return Deadline.Compute(rule, it.Start, [pause], Calendar).DueDate == Calendar.RollForward(ChinaTime.DateOf(pause.To));
        });

    [Fact]
    public void Wherever_pauses_lie_the_end_is_a_working_day_not_before_its_days_nor_before_the_clock_runs_again() => Repeated.Holds(PausedAnywhere, it =>
    {
        var moved = Deadline.Compute(Rule with { Length = it.Length }, it.Start, it.Pauses, Calendar);
        return Calendar.IsWorkingDay(moved.DueDate)
            && moved.DueDate >= TakenOut(it.Start, it.Length, it.Pauses)
            && it.Pauses.All(pause => moved.DueDate >= Calendar.RollForward(ChinaTime.DateOf(pause.CountedTo)) && moved.WarnAt >= pause.To)
            && moved.WarnAt <= moved.DueAt;
    });

    [Fact]
    public void One_pause_more_makes_no_date_earlier_and_the_explanation_names_them_all() => Repeated.Holds(PausedAnywhere, it =>
    {
        var rule = Rule with { Length = it.Length };
        var dates = Enumerable.Range(0, it.Pauses.Count + 1).Select(count => Deadline.Compute(rule, it.Start, [.. it.Pauses.Take(count)], Calendar)).ToList();
        return dates.Zip(dates.Skip(1)).All(pair => pair.First.DueDate <= pair.Second.DueDate)
            && dates[^1].Explanation.StoodStill.Select(pause => pause.Span).SequenceEqual(it.Pauses)
            && DeadlineWording.Explain(dates[^1]).Count(sentence => sentence.Zh.StartsWith("暂停", StringComparison.Ordinal)) == it.Pauses.Count;
    });

    [Fact]
    public void Gone_on_before_the_day_announced_a_date_of_the_applicant_stays_and_one_of_the_centre_leaves_a_working_day() => Repeated.Holds(
        PausedAnywhere.Where(it => it.Pauses is [.., { Announced: not null }]), it =>
        {
            var last = it.Pauses[^1];
            var rule = Rule with { Length = it.Length };
            var announced = Deadline.Compute(rule, it.Start, [.. it.Pauses.SkipLast(1), last with { To = last.Announced!.Value, Announced = null, IsExpected = true }], Calendar).DueDate;
            var date = Deadline.Compute(rule, it.Start, it.Pauses, Calendar).DueDate;
            var next = Calendar.AddWorkingDays(ChinaTime.DateOf(last.To), 1);
            return last.KeepsDate ? date == announced : date <= announced && (date >= next || date == announced);
        });

    [Fact]
    public void A_longer_pause_never_makes_a_date_earlier() => Repeated.Holds(
        from it in Paused.Where(it => it.Pauses.Count > 0) from more in Gen.Choose(0, 10) select (it.Start, it.Length, it.Pauses, more),
        it => Deadline.Compute(Rule with { Length = it.Length }, it.Start, it.Pauses, Calendar).DueDate
            <= Deadline.Compute(Rule with { Length = it.Length }, it.Start, [.. it.Pauses.SkipLast(1), it.Pauses[^1] with { To = it.Pauses[^1].To.AddDays(it.more) }], Calendar).DueDate);

    [Fact]
    public void Adding_working_days_is_the_inverse_of_counting_them_and_keeps_the_order() => Repeated.Holds(
        from day in Gen.Choose(0, 900) from later in Gen.Choose(0, 60) from n in Gen.Choose(0, 40) select (Day: new DateOnly(2024, 1, 2).AddDays(day), later, n),
        it => Calendar.WorkingDaysBetween(it.Day, Calendar.AddWorkingDays(it.Day, it.n)) == it.n
            && (it.n == 0 || Calendar.IsWorkingDay(Calendar.AddWorkingDays(it.Day, it.n)))
            && Calendar.AddWorkingDays(it.Day, it.n) <= Calendar.AddWorkingDays(it.Day.AddDays(it.later), it.n));

    [Fact]
    public void A_make_up_day_counts_and_a_day_off_does_not() => Assert.All(Calendar.Notices.Where(n => n.Year > 2024), notice =>
    {
        Assert.All(notice.MakeUpWorkdays, day => Assert.Equal(1, Calendar.WorkingDaysBetween(day.Date.AddDays(-1), day.Date)));
        Assert.All(notice.Holidays, holiday => Assert.Equal(0, Calendar.WorkingDaysBetween(holiday.From.AddDays(-1), holiday.To)));
    });

    [Fact]
    public void A_pause_over_the_end_of_the_year_goes_on_counting_in_the_next()
    {
        var start = new DateTimeOffset(2026, 12, 30, 10, 0, 0, ChinaTime.Offset);
        var pause = new PauseSpan(start.AddHours(1), ChinaTime.At(new DateOnly(2027, 1, 5), new TimeOnly(9, 0)), Why);
        var deadline = Deadline.Compute(Rule, start, [pause], Calendar);
        Assert.Equal((new DateOnly(2027, 1, 8), 3), (deadline.DueDate, Assert.Single(deadline.Explanation.StoodStill).WorkingDays));
        Assert.Equal([2027], deadline.Explanation.ProvisionalYears);
    }

    [Fact]
    public void A_pause_into_a_year_without_calendar_names_the_year() => Repeated.Holds(
        Gen.Choose(1, 300),
        days =>
        {
            var start = new DateTimeOffset(2027, 12, 30, 10, 0, 0, ChinaTime.Offset);
            var failure = Assert.Throws<CalendarYearMissingException>(() => Deadline.Compute(Rule, start, [new PauseSpan(start, start.AddDays(2 + days), Why)], Calendar));
            return failure.Year == 2028 && failure.Message.Contains("2028", StringComparison.Ordinal);
        });

    [Fact]
    public void What_the_law_fixes_and_what_does_not_count_working_days_is_moved_by_no_pause() => Assert.All(
        Reference.Library.Deadlines.All.Where(rule => rule.Kind == DeadlineKind.Statutory || rule.Mode != CountingMode.WorkingDays),
        rule => Assert.Throws<ArgumentException>(() => Deadline.Compute(rule, Start, [new PauseSpan(Start, Start.AddDays(3), Why)], Calendar)));

    [Fact]
    public void A_share_of_a_term_leaves_the_pause_out()
    {
        var time = Reference.Library.WorkingTime;
        var (from, due) = (new DateTimeOffset(2026, 11, 16, 9, 0, 0, ChinaTime.Offset), ChinaTime.EndOfDay(new DateOnly(2026, 11, 25)));
        var pause = new PauseSpan(ChinaTime.StartOfDay(new DateOnly(2026, 11, 18)), ChinaTime.StartOfDay(new DateOnly(2026, 11, 24)), Why);
        var before = time.ShareGone(from, due, pause.From, true, [pause]);
        Assert.Equal(before, time.ShareGone(from, due, pause.To, true, [pause]));
        Assert.True(before > time.ShareGone(from, due, pause.From, true));
    }

    private static CaseClocks Next(CaseClocks clocks, ClockOwner? owner, DateTimeOffset at) =>
        owner is { } next ? clocks.SwitchTo(next, at, "next")
        : clocks.Paused is null ? clocks.Pause(at, "pause")
        : clocks.Resume(at, "resume");

    private static List<PauseSpan> Spans(DateTimeOffset start, int length, IEnumerable<(int Before, int Lasting)> gaps)
    {
        var spans = new List<PauseSpan>();
        var at = start;
        foreach (var (before, lasting) in gaps)
        {
            var from = at.AddDays(before);
            // Nothing is paused on the last day or after it.
            if (ChinaTime.DateOf(from) >= TakenOut(start, length, spans))
                break;
            spans.Add(new PauseSpan(from, at = from.AddDays(lasting), Why));
        }
        return spans;
    }

    private static List<PauseSpan> Anywhere(DateTimeOffset start, bool keeps, IEnumerable<(int Before, int Lasting, int Left)> gaps)
    {
        var spans = new List<PauseSpan>();
        var at = start;
        foreach (var (before, lasting, left) in gaps)
        {
            var from = at.AddHours(before);
            at = from.AddHours(lasting);
            spans.Add(new PauseSpan(from, at, Why) { KeepsDate = keeps, Announced = left > 0 ? at.AddHours(left) : null });
        }
        return spans;
    }

    private static DateOnly TakenOut(DateTimeOffset start, int length, IReadOnlyList<PauseSpan> pauses)
    {
        var date = ChinaTime.DateOf(start);
        for (var left = length; left > 0;)
        {
            date = date.AddDays(1);
            if (Calendar.IsWorkingDay(date) && !pauses.Any(pause => ChinaTime.DateOf(pause.From) < date && date <= ChinaTime.DateOf(pause.CountedTo)))
                left--;
        }
        return date;
    }
}
