using System.Globalization;
using System.Text.RegularExpressions;

namespace IpCenter.Casework.Calendars;

/// <summary>A line of a calendar that a person wrote or pasted: a day or a stretch of days, and a name in Chinese, after a stroke in English.</summary>
/// <param name="At">The line's number, from 1.</param>
internal sealed partial record CalendarLine(int At, DateOnly From, DateOnly To, string Zh, string? En)
{
    /// <summary>The lines that can be read, and those that cannot, with their number.</summary>
    public static (IReadOnlyList<CalendarLine> Lines, IReadOnlyList<(int At, string Text)> Unreadable) Read(string? text)
    {
        var lines = new List<CalendarLine>();
        var unreadable = new List<(int, string)>();
        foreach (var (index, raw) in (text ?? "").Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0)
                continue;
            if (ReadOne(index + 1, line) is { } read)
                lines.Add(read);
            else
                unreadable.Add((index + 1, line));
        }
        return (lines, unreadable);
    }

    private static CalendarLine? ReadOne(int at, string line)
    {
        if (Form().Match(line) is not { Success: true } match
            || DayOf(match, "y1", "m1", "d1") is not { } from
            || (match.Groups["y2"].Success ? DayOf(match, "y2", "m2", "d2") : from) is not { } to)
            return null;
        var names = match.Groups["name"].Value.Split('/', 2, StringSplitOptions.TrimEntries);
        return names[0].Length == 0 ? null : new CalendarLine(at, from, to, names[0], names.Length > 1 && names[1].Length > 0 ? names[1] : null);
    }

    private static DateOnly? DayOf(Match match, string year, string month, string day)
    {
        var text = $"{match.Groups[year].Value}-{match.Groups[month].Value.PadLeft(2, '0')}-{match.Groups[day].Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    [GeneratedRegex(
        @"^(?<y1>\d{4})[-/.年](?<m1>\d{1,2})[-/.月](?<d1>\d{1,2})日?(?:\s*(?:至|到|~|～|–|—|-|\.\.)\s*(?<y2>\d{4})[-/.年](?<m2>\d{1,2})[-/.月](?<d2>\d{1,2})日?)?[\s,，:：]+(?<name>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
