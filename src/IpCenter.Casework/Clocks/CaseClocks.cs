namespace IpCenter.Casework.Clocks;

/// <summary>
/// The history of a case's three clocks: segments without gap or overlap, so every hour runs on exactly one, or lies in a pause of one.
/// Values in, values out; a change gives a new history.
/// </summary>
public sealed class CaseClocks
{
    private CaseClocks(IReadOnlyList<ClockSegment> segments) => Segments = segments;

    public IReadOnlyList<ClockSegment> Segments { get; }

    public DateTimeOffset StartedAt => Segments[0].From;

    public DateTimeOffset? StoppedAt => Segments[^1].To;

    /// <summary>The clock that runs now; null once the case is closed, and while it is paused.</summary>
    public ClockOwner? Running => Segments[^1] is { To: null, IsPause: false } open ? open.Owner : null;

    /// <summary>The clock that stands still now.</summary>
    public ClockOwner? Paused => Segments[^1] is { To: null, IsPause: true } open ? open.Owner : null;

    public static CaseClocks Start(ClockOwner owner, DateTimeOffset at, string reason) => new([new ClockSegment(owner, at, null, reason)]);

    /// <summary>Takes up a stored history.</summary>
    /// <exception cref="ArgumentException">It is empty, has a gap or an overlap, or a segment other than the last is open.</exception>
    public static CaseClocks FromSegments(IEnumerable<ClockSegment> segments)
    {
        var list = segments.ToList();
        if (list.Count == 0)
            throw new ArgumentException("A case has at least one segment.", nameof(segments));
        for (var at = 0; at < list.Count; at++)
        {
            if (list[at].To < list[at].From)
                throw new ArgumentException($"Segment {at} ends before it begins.", nameof(segments));
            if (at > 0 && list[at - 1].To != list[at].From)
                throw new ArgumentException($"Segment {at} does not begin where segment {at - 1} ends.", nameof(segments));
        }

        return new CaseClocks(list);
    }

    /// <summary>Hands the case to a clock at an instant not before the last change. Switching to the clock that runs records the new reason.</summary>
    public CaseClocks SwitchTo(ClockOwner owner, DateTimeOffset at, string reason) =>
        new([.. Stop(at).Segments, new ClockSegment(owner, at, null, reason)]);

    /// <summary>Lets the running clock stand still; handing the case to a clock ends it.</summary>
    public CaseClocks Pause(DateTimeOffset at, string reason) => Running is { } owner
        ? new([.. Stop(at).Segments, new ClockSegment(owner, at, null, reason) { IsPause = true }])
        : throw new InvalidOperationException("No clock runs.");

    /// <summary>Lets the clock that stands still run again.</summary>
    public CaseClocks Resume(DateTimeOffset at, string reason) =>
        SwitchTo(Paused ?? throw new InvalidOperationException("No clock is paused."), at, reason);

    /// <summary>Stops all three clocks: the case is closed.</summary>
    public CaseClocks Stop(DateTimeOffset at)
    {
        if (Segments[^1].To is not null)
            throw new InvalidOperationException("The clocks are stopped.");
        if (at < Segments[^1].From)
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The last change was at {Segments[^1].From:O}.");
        return new CaseClocks([.. Segments.SkipLast(1), Segments[^1] with { To = at }]);
    }

    /// <summary>What each clock has used up to an instant; after the close it no longer grows.</summary>
    public ClockTotals TotalsAt(DateTimeOffset at, WorkingCalendar calendar) => new(
        Total(ClockOwner.Centre, at, calendar), Total(ClockOwner.Applicant, at, calendar), Total(ClockOwner.Office, at, calendar))
    {
        Paused = Total(segment => segment.IsPause, at, calendar),
    };

    /// <summary>
    /// When a budget of working days on one clock runs out, if that clock goes on running; null while it stands still.
    /// The time on the other clocks is shown as pauses.
    /// </summary>
    public Deadline? DeadlineOn(ClockOwner owner, DeadlineRule rule, WorkingCalendar calendar)
    {
        if (rule.Mode != CountingMode.WorkingDays)
            throw new ArgumentException($"'{rule.Key}' does not count working days, so it cannot be paused.", nameof(rule));
        if (Running != owner)
            return null;
        var current = Segments[^1];
        var used = Total(owner, current.From, calendar).WorkingDays;
        var first = Segments.First(segment => segment.Owner == owner && !segment.IsPause);
        var due = calendar.AddWorkingDays(ChinaTime.DateOf(current.From), rule.Length!.Value - used);
        var pauses = Segments.Where(segment => (segment.Owner != owner || segment.IsPause) && segment.From >= first.From).ToList();
        return DeadlineCounting.InDays(rule, ChinaTime.DateOf(first.From), first.From, due, pauses, calendar);
    }

    private ClockTotal Total(ClockOwner owner, DateTimeOffset at, WorkingCalendar calendar) =>
        Total(segment => segment.Owner == owner && !segment.IsPause, at, calendar);

    private ClockTotal Total(Func<ClockSegment, bool> counts, DateTimeOffset at, WorkingCalendar calendar) => Segments
        .Where(segment => counts(segment) && segment.From < at)
        .Select(segment => Measure(segment.From, segment.To is { } to && to < at ? to : at, calendar))
        .Aggregate(default(ClockTotal), ClockTotal.Add);

    private static ClockTotal Measure(DateTimeOffset from, DateTimeOffset to, WorkingCalendar calendar) =>
        new(calendar.WorkingDaysBetween(ChinaTime.DateOf(from), ChinaTime.DateOf(to)), to - from);
}
