namespace IpCenter.Casework.Clocks;

/// <summary>A pause by which a deadline moved, with the working days that it took out of the count.</summary>
public sealed record CountedPause(PauseSpan Span, int WorkingDays)
{
    /// <summary>Pauses in the order of their beginning; a day that one has taken out already is taken out by no other.</summary>
    public static IReadOnlyList<CountedPause> InOrder(IEnumerable<PauseSpan> pauses, WorkingCalendar calendar)
    {
        var counted = new List<CountedPause>();
        var done = DateOnly.MinValue;
        foreach (var pause in pauses)
        {
            var (from, to) = (ChinaTime.DateOf(pause.From), ChinaTime.DateOf(pause.CountedTo));
            from = from > done ? from : done;
            counted.Add(new(pause, to > from ? calendar.WorkingDaysBetween(from, to) : 0));
            done = to > done ? to : done;
        }
        return counted;
    }
}
