using System.Globalization;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Clocks;

/// <summary>A period reckoned from a day that a person entered.</summary>
/// <param name="Rule">The period.</param>
/// <param name="Start">The day of the event, which does not count.</param>
/// <param name="NominalEnd">The last day before any move to a working day; <c>null</c> for a period in hours.</param>
/// <param name="Deadline">The date with its reasons; <c>null</c> where the calendar of <paramref name="MissingYear"/> is not there.</param>
/// <param name="Longest">The date of the longest extension, where the law allows one and its year has a calendar.</param>
/// <param name="MissingYear">The year for which no calendar is there: no date is guessed.</param>
public sealed record ReckonedTerm(DeadlineRule Rule, DateOnly Start, DateOnly? NominalEnd, Deadline? Deadline, Deadline? Longest, int? MissingYear);

/// <summary>Reckons a period of the table of periods for anybody who asks: no case, no record.</summary>
public static class TermReckoning
{
    /// <summary>Days that are reckoned from: the patent law of 1985 is the oldest that a term can come from.</summary>
    public static (DateOnly First, DateOnly Last) Range { get; } = (new(1985, 4, 1), new(2099, 12, 31));

    /// <param name="rule">The period.</param>
    /// <param name="day">The day of the event.</param>
    /// <param name="time">The time of the event, China time; needed by a period in hours alone.</param>
    /// <param name="calendar">The calendar by which the end moves.</param>
    /// <returns>
    /// The date, or <c>term.day-range</c>, <c>term.not-in-force</c> (with the days between which the rule holds), <c>term.undetermined</c>,
    /// <c>term.time-missing</c>.
    /// </returns>
    public static Result<ReckonedTerm> Reckon(DeadlineRule rule, DateOnly day, TimeOnly? time, WorkingCalendar calendar)
    {
        if (day < Range.First || day > Range.Last)
            return new RuleViolation("term.day-range", "day", Iso(Range.First), Iso(Range.Last));
        if (!rule.IsCountable)
            return new RuleViolation("term.undetermined", "term");
        if (!rule.IsInForceOn(day))
            return rule.EffectiveFrom is { } from && day < from
                ? new RuleViolation("term.not-yet", "day", Iso(from))
                : new RuleViolation("term.no-more", "day", Iso(rule.EffectiveTo!.Value));
        if (rule.Unit == LengthUnit.Hours && time is null)
            return new RuleViolation("term.time-missing", "time");
        var nominal = rule.Unit is LengthUnit.Days or LengthUnit.Months or LengthUnit.Years ? DeadlineCounting.NominalEnd(rule, day, calendar) : (DateOnly?)null;
        try
        {
            return new ReckonedTerm(rule, day, nominal, Compute(rule, day, time, calendar), Longest(rule, day, time, calendar), null);
        }
        catch (CalendarYearMissingException missing)
        {
            return new ReckonedTerm(rule, day, nominal, null, null, missing.Year);
        }
    }

    private static Deadline Compute(DeadlineRule rule, DateOnly day, TimeOnly? time, WorkingCalendar calendar) =>
        rule.Unit == LengthUnit.Hours ? Deadline.Compute(rule, ChinaTime.At(day, time!.Value), calendar) : Deadline.Compute(rule, day, calendar);

    private static Deadline? Longest(DeadlineRule rule, DateOnly day, TimeOnly? time, WorkingCalendar calendar)
    {
        if (rule.LongestLength is not { } longest)
            return null;
        try
        {
            return Compute(rule with { Length = longest }, day, time, calendar);
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
