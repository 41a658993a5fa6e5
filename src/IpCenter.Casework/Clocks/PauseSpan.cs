namespace IpCenter.Casework.Clocks;

/// <summary>A stretch in which a clock stood still, or is expected to stand still to its end.</summary>
/// <param name="From">When it stopped; the day of it counted.</param>
/// <param name="To">When it ran again; the day of it does not count, as of any event.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="IsExpected">It has not ended yet.</param>
public sealed record PauseSpan(DateTimeOffset From, DateTimeOffset To, Bilingual Reason, bool IsExpected = false)
{
    public int WorkingDays(WorkingCalendar calendar) => calendar.WorkingDaysBetween(ChinaTime.DateOf(From), ChinaTime.DateOf(To));
}
