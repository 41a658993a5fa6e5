using System.Diagnostics;

namespace IpCenter.Casework.Clocks;

/// <summary>The arithmetic of <see cref="CountingMode"/>.</summary>
public static class DeadlineCounting
{
    /// <summary>
    /// The last day before any move to a working day. It needs no calendar for days, months and years,
    /// so a period of years can show it before the calendar of its last year exists.
    /// </summary>
    public static DateOnly NominalEnd(DeadlineRule rule, DateOnly start, WorkingCalendar calendar)
    {
        var length = LengthOf(rule);
        return rule.Unit switch
        {
            LengthUnit.Days => start.AddDays(length),
            // AddMonths ends on the month's last day where the same-numbered day is missing, as 细则5 and 民法典202 say.
            LengthUnit.Months => start.AddMonths(length),
            LengthUnit.Years => start.AddYears(length),
            LengthUnit.WorkingDays => calendar.AddWorkingDays(start, length),
            _ => throw new ArgumentException($"'{rule.Key}' does not end on a day.", nameof(rule)),
        };
    }

    internal static Deadline Compute(DeadlineRule rule, DateOnly start, DateTimeOffset? instant, WorkingCalendar calendar) =>
        rule.Unit == LengthUnit.Hours
            ? InHours(rule, start, instant ?? throw new UnreachableException(), calendar)
            : InDays(rule, start, instant, NominalEnd(rule, start, calendar), [], calendar);

    /// <summary>The period without the move off a day off, because the calendar of a year is missing.</summary>
    internal static Deadline Nominal(DeadlineRule rule, DateOnly start, DateTimeOffset? instant, WorkingCalendar calendar)
    {
        var nominal = NominalEnd(rule, start, calendar);
        var year = nominal;
        while (calendar.Knows(year.Year))
            year = year.AddDays(1);
        var explanation = new DeadlineExplanation(rule, start, instant, null, nominal, nominal, true, SkippedDays.None, [], []) { MissingYear = year.Year };
        return Complete(explanation, ChinaTime.EndOfDay(nominal), calendar);
    }

    internal static Deadline WithPauses(DeadlineRule rule, DateTimeOffset start, IReadOnlyList<PauseSpan> pauses, WorkingCalendar calendar)
    {
        if (!rule.IsPausable)
            throw new ArgumentException($"'{rule.Key}' cannot be moved by a pause.", nameof(rule));
        var counted = pauses.Select(pause => new CountedPause(pause, pause.WorkingDays(calendar))).ToList();
        var due = NominalEnd(rule, ChinaTime.DateOf(start), calendar);
        DateOnly? held = null;
        foreach (var (span, days) in counted)
        {
            due = calendar.AddWorkingDays(due, days);
            // A clock that runs again on a day off would else find its last day over already.
            if (calendar.RollForward(ChinaTime.DateOf(span.To)) is var resumed && due < resumed)
                due = (held = resumed).Value;
        }
        return InDays(rule, ChinaTime.DateOf(start), start, due, [], calendar, counted, held);
    }

    internal static Deadline InDays(
        DeadlineRule rule, DateOnly start, DateTimeOffset? instant, DateOnly nominal, IReadOnlyList<ClockSegment> pauses, WorkingCalendar calendar,
        IReadOnlyList<CountedPause>? counted = null, DateOnly? held = null)
    {
        var rolls = rule.Mode is CountingMode.CalendarRoll or CountingMode.MonthRoll;
        var due = rolls ? calendar.RollForward(nominal) : nominal;
        var skipped = rule.Mode switch
        {
            CountingMode.WorkingDays => calendar.DaysSkipped(start.AddDays(1), due),
            CountingMode.ServiceClock => SkippedDays.None,
            _ => calendar.DaysSkipped(nominal, due.AddDays(-1)),
        };
        var explanation = new DeadlineExplanation(rule, start, instant, null, nominal, due, true, skipped, pauses, ProvisionalYears(rule, start, due, calendar))
        {
            StoodStill = counted ?? [],
            HeldTo = held,
        };
        return Complete(explanation, ChinaTime.EndOfDay(due), calendar);
    }

    private static Deadline InHours(DeadlineRule rule, DateOnly start, DateTimeOffset instant, WorkingCalendar calendar)
    {
        // 民事诉讼法解释125: a period in hours runs from the hour after the event.
        var local = ChinaTime.Local(instant);
        var from = rule.Mode == CountingMode.Hours
            ? ChinaTime.At(start, new TimeOnly(local.Hour, 0)).AddHours(1)
            : local;
        var due = from.AddHours(LengthOf(rule));
        var dueDate = ChinaTime.DateOf(due);
        return Complete(new DeadlineExplanation(rule, start, instant, from, dueDate, dueDate, false, SkippedDays.None, [], []), due, calendar);
    }

    private static Deadline Complete(DeadlineExplanation explanation, DateTimeOffset dueAt, WorkingCalendar calendar)
    {
        var earliest = explanation.StartInstant is { } instant ? ChinaTime.Local(instant) : ChinaTime.StartOfDay(explanation.StartDate);
        var warnAt = WarnAt(explanation, dueAt, calendar);
        var reminders = explanation.Rule.ReminderDays
            .Select(day => Later(earliest, ChinaTime.At(explanation.StartDate.AddDays(day), DeadlineWarning.StartOfWork)))
            .Concat(explanation.Rule.Reminders.Select(reminder =>
                ChinaTime.At(reminder.On == ReminderDay.FirstDay ? explanation.StartDate : explanation.DueDate, reminder.At)))
            .Where(reminder => reminder <= dueAt)
            .Order();
        return new Deadline(dueAt < earliest ? dueAt : Later(earliest, warnAt), dueAt, [.. reminders], explanation);
    }

    private static DateTimeOffset WarnAt(DeadlineExplanation explanation, DateTimeOffset dueAt, WorkingCalendar calendar)
    {
        if (explanation.Rule.Warning is not { } warning)
            return dueAt;
        if (warning.Unit == LengthUnit.Hours)
            return dueAt.AddHours(-warning.Before);
        var date = warning.Unit == LengthUnit.WorkingDays
            ? WorkingDaysBefore(explanation.DueDate, warning.Before, explanation.StartDate, calendar)
            : explanation.DueDate.AddDays(-warning.Before);
        var at = ChinaTime.At(date, warning.At ?? DeadlineWarning.StartOfWork);
        return at < dueAt ? at : dueAt;
    }

    /// <summary>Stops at the start, so that a warning never asks for the calendar of a year before it.</summary>
    private static DateOnly WorkingDaysBefore(DateOnly date, int count, DateOnly start, WorkingCalendar calendar)
    {
        while (count > 0 && date > start)
        {
            date = date.AddDays(-1);
            if (date > start && calendar.IsWorkingDay(date))
                count--;
        }

        return date;
    }

    private static IReadOnlyList<int> ProvisionalYears(DeadlineRule rule, DateOnly start, DateOnly due, WorkingCalendar calendar)
    {
        if (rule.Mode == CountingMode.ServiceClock)
            return [];
        var first = rule.Mode == CountingMode.WorkingDays ? start.AddDays(1).Year : due.Year;
        return [.. Enumerable.Range(first, Math.Max(0, due.Year - first + 1)).Where(calendar.IsProvisional)];
    }

    private static int LengthOf(DeadlineRule rule) =>
        rule.Length ?? throw new ArgumentException($"'{rule.Key}' has no fixed length, so no date can be computed.", nameof(rule));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
