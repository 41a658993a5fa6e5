using System.Globalization;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Calendars;

/// <summary>Writes a year as the lines that <see cref="CalendarDraft"/> takes, so that a correction begins with what stands.</summary>
public static class CalendarText
{
    public static string Holidays(CalendarYear year) => string.Join('\n', year.Holidays.Select(holiday =>
        $"{Day(holiday.From)}{(holiday.To == holiday.From ? "" : $" – {Day(holiday.To)}")} {holiday.Name.Zh} / {holiday.Name.En}"));

    public static string MakeUpWorkdays(CalendarYear year) =>
        string.Join('\n', year.MakeUpWorkdays.Select(day => $"{Day(day.Date)} {day.For.Zh}"));

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
