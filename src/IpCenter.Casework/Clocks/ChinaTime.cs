namespace IpCenter.Casework.Clocks;

/// <summary>China keeps one time, UTC+8 without summer time since 1991, so no time-zone data is needed.</summary>
public static class ChinaTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The same instant, written in China time.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The calendar date in China at this instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date, time, Offset);

    public static DateTimeOffset StartOfDay(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>
    /// The last second of the date, 23:59:59, so that a due instant shown or stored anywhere bears the date on which
    /// it falls; 24:00 would bear the next. Whether something came in time is asked of <see cref="Deadline.IsMetBy"/>.
    /// </summary>
    public static DateTimeOffset EndOfDay(DateOnly date) => At(date, new TimeOnly(23, 59, 59));
}
