namespace IpCenter.Casework.Clocks;

/// <summary>
/// Periods of the law that reach into a year whose working calendar is not published yet. Their same-numbered day is known; only whether
/// it moves off a day off is not, and that can only make it later. The day is told as it is, and which calendar is missing.
/// </summary>
public static class NominalDeadline
{
    /// <summary>The deadline; where a calendar is missing, its day as it stands before it could move.</summary>
    /// <exception cref="CalendarYearMissingException">The period counts working days: without the calendar there is no day to tell.</exception>
    public static Deadline ComputeOrNominal(DeadlineRule rule, DateOnly start, WorkingCalendar calendar) =>
        OrNominal(rule, start, null, calendar, () => Deadline.Compute(rule, start, calendar));

    /// <inheritdoc cref="ComputeOrNominal(DeadlineRule, DateOnly, WorkingCalendar)"/>
    public static Deadline ComputeOrNominal(DeadlineRule rule, DateTimeOffset start, WorkingCalendar calendar) =>
        OrNominal(rule, ChinaTime.DateOf(start), start, calendar, () => Deadline.Compute(rule, start, calendar));

    private static Deadline OrNominal(DeadlineRule rule, DateOnly start, DateTimeOffset? instant, WorkingCalendar calendar, Func<Deadline> compute)
    {
        try
        {
            return compute();
        }
        catch (CalendarYearMissingException missing) when (rule.Unit is LengthUnit.Days or LengthUnit.Months or LengthUnit.Years)
        {
            var day = DeadlineCounting.NominalEnd(rule, start, calendar);
            var due = ChinaTime.EndOfDay(day);
            var explanation = new DeadlineExplanation(rule, start, instant, null, day, day, true, SkippedDays.None, [], []) { MissingYear = missing.Year };
            return new Deadline(WarnAt(rule, start, day, due), due, [], explanation);
        }
    }

    /// <summary>Working days cannot be counted here: the warning comes so many calendar days before.</summary>
    private static DateTimeOffset WarnAt(DeadlineRule rule, DateOnly start, DateOnly day, DateTimeOffset due)
    {
        if (rule.Warning is not { } warning)
            return due;
        if (warning.Unit == LengthUnit.Hours)
            return due.AddHours(-warning.Before);
        var date = day.AddDays(-warning.Before);
        return ChinaTime.At(date > start ? date : start, warning.At ?? DeadlineWarning.StartOfWork);
    }
}
