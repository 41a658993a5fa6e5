using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IpCenter.Casework.Imports;

/// <summary>Days as tables write them: <c>2026-08-01</c>, <c>2026/8/1</c>, <c>2026.8.1</c>, <c>20260801</c>, <c>2026年8月1日</c>.</summary>
internal static partial class CellDate
{
    /// <summary>The day; else whether it is one that no calendar has, or no day at all.</summary>
    public static (DateOnly? Day, bool IsWritten) Read(string text)
    {
        var match = Pattern().Match(text.Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success)
            return (null, false);
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return (year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null, true);
    }

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    // A spreadsheet adds midnight to a day that it takes for an instant. Digits of other scripts, which \d takes, are no number here.
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:(?<s>[-/.])(?<month>[0-9]{1,2})\k<s>(?<day>[0-9]{1,2})|年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日|(?<month>[0-9]{2})(?<day>[0-9]{2}))(?: 0?0:00(?::00)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
