namespace IpCenter.Casework.Clocks;

/// <summary>What the calendar says of one date; <see cref="Holiday"/> names the holiday, also of a make-up workday.</summary>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, Bilingual? Holiday = null)
{
    public bool IsWorkingDay => Kind is DayKind.Workday or DayKind.MakeUpWorkday;
}
