namespace IpCenter.Casework.Clocks;

/// <summary>A stretch in which a clock stood still, or is expected to stand still to its end.</summary>
/// <param name="From">When it stopped; the day of it counted.</param>
/// <param name="To">When it ran again; the day of it does not count, as of any event.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="IsExpected">It has not ended yet.</param>
public sealed record PauseSpan(DateTimeOffset From, DateTimeOffset To, Bilingual Reason, bool IsExpected = false)
{
    /// <summary>When it was to end, where somebody let the clock run before that.</summary>
    public DateTimeOffset? Announced { get; init; }

    /// <summary>The clock is the applicant's, who was told the date: the days announced stay out of the count even if it runs earlier.</summary>
    public bool KeepsDate { get; init; }

    /// <summary>Up to when it is taken out of the count.</summary>
    public DateTimeOffset CountedTo => KeepsDate && Announced is { } announced ? announced : To;

    public int WorkingDays(WorkingCalendar calendar) => calendar.WorkingDaysBetween(ChinaTime.DateOf(From), ChinaTime.DateOf(To));

    /// <summary>
    /// The day before which the period does not end. Who lets a clock run before the day announced leaves a whole working day: the
    /// period may not end in the minutes that are left of this one.
    /// </summary>
    public DateOnly FirstDay(WorkingCalendar calendar)
    {
        var (to, end) = (ChinaTime.DateOf(CountedTo), ChinaTime.DateOf(Announced ?? To));
        return to < end && calendar.AddWorkingDays(to, 1) is var next && next <= end ? next : calendar.RollForward(end);
    }
}
