namespace IpCenter.Casework.Clocks;

/// <summary>Days inside a period that do not count, and the weekend days that do because they are worked.</summary>
public sealed record SkippedDays(int WeekendDays, IReadOnlyList<HolidayPeriod> Holidays, IReadOnlyList<MakeUpWorkday> MakeUpWorkdays)
{
    public static SkippedDays None { get; } = new(0, [], []);

    public int HolidayDays => Holidays.Sum(holiday => holiday.To.DayNumber - holiday.From.DayNumber + 1);

    public bool IsEmpty => WeekendDays == 0 && Holidays.Count == 0 && MakeUpWorkdays.Count == 0;
}
