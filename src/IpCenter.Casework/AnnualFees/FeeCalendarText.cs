using System.Globalization;
using System.Text;

namespace IpCenter.Casework.AnnualFees;

/// <summary>One day of a calendar.</summary>
/// <param name="Uid">The same for the same fee at every reading, so that a calendar moves an entry instead of doubling it.</param>
public sealed record CalendarEntry(string Uid, DateOnly On, string Summary, string Description, string? Address);

/// <summary>Writes days as a calendar that phones and mail programs subscribe to (RFC 5545).</summary>
public static class FeeCalendarText
{
    /// <summary>Longest line in bytes, without its end (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var text = new StringBuilder();
        void Line(string line) => Fold(text, line);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//IpCenter//Annual fees//ZH");
        Line($"X-WR-CALNAME:{Escape(name)}");
        foreach (var entry in entries)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{entry.Uid}");
            Line($"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Day(entry.On)}");
            Line($"DTEND;VALUE=DATE:{Day(entry.On.AddDays(1))}");
            Line($"SUMMARY:{Escape(entry.Summary)}");
            Line($"DESCRIPTION:{Escape(entry.Description)}");
            if (entry.Address is { } address)
                Line($"URL:{address}");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line($"DESCRIPTION:{Escape(entry.Summary)}");
            Line("TRIGGER:-P7D");
            Line("END:VALARM");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>RFC 5545, 3.3.11.</summary>
    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>A long line goes on after a line end and a blank; a character is never cut in two.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }
            text.Append(rune);
            length += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
