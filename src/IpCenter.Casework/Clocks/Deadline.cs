namespace IpCenter.Casework.Clocks;

/// <summary>A date by which something is due, when to warn of it, and why it is this date.</summary>
/// <param name="WarnAt">Never before the start nor after <paramref name="DueAt"/>.</param>
/// <param name="DueAt">The last moment, China time; of a period in days the last second of the day.</param>
/// <param name="Reminders">Further reminders that the rule asks for, in order.</param>
/// <param name="Explanation">The facts behind the date.</param>
public sealed record Deadline(DateTimeOffset WarnAt, DateTimeOffset DueAt, IReadOnlyList<DateTimeOffset> Reminders, DeadlineExplanation Explanation)
{
    public DateOnly DueDate => ChinaTime.DateOf(DueAt);

    /// <summary>Whether something done at this instant is in time.</summary>
    public bool IsMetBy(DateTimeOffset instant) =>
        Explanation.EndsWithTheDay ? ChinaTime.DateOf(instant) <= DueDate : instant <= DueAt;

    /// <summary>For an event that happened at a known instant.</summary>
    /// <exception cref="CalendarYearMissingException">The period reaches into a year without calendar.</exception>
    public static Deadline Compute(DeadlineRule rule, DateTimeOffset start, WorkingCalendar calendar) =>
        DeadlineCounting.Compute(rule, ChinaTime.DateOf(start), start, calendar);

    /// <summary>For an event of which only the day matters; a rule in hours needs the instant.</summary>
    /// <exception cref="CalendarYearMissingException">The period reaches into a year without calendar.</exception>
    public static Deadline Compute(DeadlineRule rule, DateOnly start, WorkingCalendar calendar) =>
        rule.Unit == LengthUnit.Hours
            ? throw new ArgumentException($"'{rule.Key}' counts hours: the instant of the event is needed.", nameof(start))
            : DeadlineCounting.Compute(rule, start, null, calendar);

    /// <summary>
    /// For showing a period of days, months or years of which the last day may lie in a year without calendar: then it is the day
    /// before any move off a day off, which is never too late, and the explanation names the year.
    /// </summary>
    /// <exception cref="CalendarYearMissingException">A period of working days reaches into a year without calendar.</exception>
    public static Deadline AsFarAsKnown(DeadlineRule rule, DateOnly start, DateTimeOffset? instant, WorkingCalendar calendar) =>
        rule.Unit is LengthUnit.Hours or LengthUnit.WorkingDays || calendar.CanRollForward(DeadlineCounting.NominalEnd(rule, start, calendar))
            ? DeadlineCounting.Compute(rule, start, instant, calendar)
            : DeadlineCounting.Nominal(rule, start, instant, calendar);

    /// <summary>
    /// For a period of working days that was paused: every pause takes out of the count the working days after the day on which it
    /// began, up to and with the day on which it ended. The period never ends before the first working day on which its clock runs again.
    /// </summary>
    /// <exception cref="ArgumentException">The rule is fixed by law, or does not count working days: no pause can move it.</exception>
    public static Deadline Compute(DeadlineRule rule, DateTimeOffset start, IReadOnlyList<PauseSpan> pauses, WorkingCalendar calendar) =>
        pauses.Count == 0 ? Compute(rule, start, calendar) : DeadlineCounting.WithPauses(rule, start, pauses, calendar);
}
