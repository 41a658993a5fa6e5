using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Calendars;

/// <summary>Reads a year's calendar out of what a person entered: the year, or every problem with its line.</summary>
/// <param name="known">The calendar in force: it knows the English names of holidays, and what the year is by now.</param>
/// <param name="statutory">The days off without which no notice of a year is whole.</param>
internal sealed class CalendarDraftReader(WorkingCalendar known, StatutoryHolidays statutory)
{
    private const int First = 2000;
    private const int Last = 2100;
    private const string HolidayField = "holidays";
    private const string MakeUpField = "makeUpWorkdays";

    private readonly List<RuleViolation> _problems = [];

    public Result<CalendarYear> Read(CalendarDraft draft, DateOnly today)
    {
        if (draft.Year is not (>= First and <= Last))
        {
            _problems.Add(new("calendar.year-unreadable", "year", Text(First), Text(Last)));
            return _problems;
        }
        var year = draft.Year.Value;
        CheckNotice(draft, year, today);
        var holidays = ReadHolidays(draft.Holidays, year);
        var makeUps = ReadMakeUps(draft.MakeUpWorkdays, year, holidays);
        if (holidays.Count == 0 && _problems.All(problem => problem.Field != HolidayField))
            _problems.Add(new("calendar.no-holidays", HolidayField));
        if (draft.Status == CalendarStatus.Official && statutory.Governs(year) && _problems.All(problem => problem.Field != HolidayField))
            _problems.AddRange(Missing(year, [.. holidays.Select(line => line.Holiday)]));
        if (_problems.Count > 0)
            return _problems;
        return new CalendarYear
        {
            Year = year,
            Status = draft.Status!.Value,
            Provenance = new Provenance
            {
                Source = string.Join(" ", new[] { draft.Title!.Trim(), draft.NoticeNumber?.Trim(), draft.NoticeDate is { } on ? $"({Day(on)})" : null }.Where(part => !string.IsNullOrEmpty(part))),
                AsOf = today,
                Confidence = draft.Status == CalendarStatus.Official ? 1m : 0.6m,
                Url = string.IsNullOrWhiteSpace(draft.Url) ? null : draft.Url.Trim(),
            },
            Holidays = [.. holidays.Select(line => line.Holiday)],
            MakeUpWorkdays = makeUps,
        };
    }

    /// <summary>What a notice that is out cannot lack: half of a year, published as official, would put dates on days off.</summary>
    private IEnumerable<RuleViolation> Missing(int year, IReadOnlyList<HolidayPeriod> listed)
    {
        foreach (var holiday in statutory.Holidays)
        {
            var named = listed.Where(period => period.Name.Zh.Contains(holiday.Name.Zh, StringComparison.Ordinal)).ToList();
            var days = named.Sum(DaysOf);
            if (days == 0)
                yield return new("calendar.holiday-missing", HolidayField, holiday.Name.Zh, holiday.Name.En, Text(holiday.Days));
            else if (days < holiday.Days)
                yield return new("calendar.holiday-short", HolidayField, holiday.Name.Zh, holiday.Name.En, Text(days), Text(holiday.Days));
            else if (holiday.FixedDays(year).FirstOrDefault(day => !named.Any(period => period.From <= day && day <= period.To)) is { Year: > 1 } missed)
                yield return new("calendar.holiday-elsewhere", HolidayField, holiday.Name.Zh, holiday.Name.En, Day(missed));
        }
        // Two that fall together have the days of both.
        if (listed.Sum(DaysOf) is var all && all < statutory.Days && statutory.Holidays.All(h => listed.Any(period => period.Name.Zh.Contains(h.Name.Zh, StringComparison.Ordinal))))
            yield return new("calendar.too-few-days", HolidayField, Text(all), Text(statutory.Days));

        static int DaysOf(HolidayPeriod period) => period.To.DayNumber - period.From.DayNumber + 1;
    }

    private void CheckNotice(CalendarDraft draft, int year, DateOnly today)
    {
        if (draft.Status is null)
            _problems.Add(new("field.required", "status"));
        CheckLength(draft.Title, CalendarEdition.LongestTitle, "title");
        CheckLength(draft.NoticeNumber, CalendarEdition.LongestNumber, "noticeNumber");
        CheckLength(draft.Url, CalendarEdition.LongestUrl, "url");
        if (string.IsNullOrWhiteSpace(draft.Title))
            _problems.Add(new("calendar.title-missing", "title"));
        if (draft.NoticeDate > today)
            _problems.Add(new("calendar.notice-in-future", "noticeDate"));
        if (!string.IsNullOrWhiteSpace(draft.Url) && !(Uri.TryCreate(draft.Url.Trim(), UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            _problems.Add(new("calendar.url-unreadable", "url"));
        if (draft.Status == CalendarStatus.Provisional)
        {
            if (known.Knows(year) && !known.IsProvisional(year))
                _problems.Add(new("calendar.official-stands", "status", Text(year)));
            return;
        }
        if (draft.Status is null)
            return;
        if (string.IsNullOrWhiteSpace(draft.NoticeNumber))
            _problems.Add(new("calendar.number-missing", "noticeNumber"));
        if (draft.NoticeDate is null)
            _problems.Add(new("calendar.notice-date-missing", "noticeDate"));
        if (string.IsNullOrWhiteSpace(draft.Url))
            _problems.Add(new("calendar.url-missing", "url"));
    }

    private void CheckLength(string? text, int longest, string field)
    {
        if (text?.Trim().Length > longest)
            _problems.Add(new("pause.words-too-long", field, Text(longest)));
    }

    private List<(int At, HolidayPeriod Holiday)> ReadHolidays(string? text, int year)
    {
        var read = new List<(int At, HolidayPeriod Holiday)>();
        foreach (var line in Lines(text, HolidayField))
        {
            if (line.To < line.From)
                _problems.Add(new("calendar.ends-before", HolidayField, Text(line.At), Day(line.To), Day(line.From)));
            else if (!IsInside(line.From, year) || !IsInside(line.To, year))
                _problems.Add(new("calendar.outside-year", HolidayField, Text(line.At), Day(IsInside(line.From, year) ? line.To : line.From), Text(year)));
            else if (read.FirstOrDefault(other => other.Holiday.From <= line.To && line.From <= other.Holiday.To) is { Holiday: { } overlapped } other)
                _problems.Add(new("calendar.overlapping", HolidayField, Text(line.At), Text(other.At), overlapped.Name.Zh));
            else if (line.Zh.Length > CalendarEdition.LongestName || line.En?.Length > CalendarEdition.LongestName)
                _problems.Add(new("calendar.name-too-long", HolidayField, Text(line.At), Text(CalendarEdition.LongestName)));
            else if (NameOf(line) is not { } name)
                _problems.Add(new("calendar.english-missing", HolidayField, Text(line.At), line.Zh));
            else
                read.Add((line.At, new HolidayPeriod(name, line.From, line.To)));
        }
        return read;
    }

    private List<MakeUpWorkday> ReadMakeUps(string? text, int year, List<(int At, HolidayPeriod Holiday)> holidays)
    {
        var read = new List<MakeUpWorkday>();
        foreach (var line in Lines(text, MakeUpField))
        {
            if (line.To != line.From)
                _problems.Add(new("calendar.make-up-one-day", MakeUpField, Text(line.At)));
            else if (!IsInside(line.From, year))
                _problems.Add(new("calendar.outside-year", MakeUpField, Text(line.At), Day(line.From), Text(year)));
            else if (line.From.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                _problems.Add(new("calendar.make-up-on-working-day", MakeUpField, Text(line.At), Day(line.From)));
            else if (holidays.FirstOrDefault(h => h.Holiday.From <= line.From && line.From <= h.Holiday.To) is { Holiday: { } off } taken)
                _problems.Add(new("calendar.make-up-day-off", MakeUpField, Text(line.At), Day(line.From), off.Name.Zh, Text(taken.At)));
            else if (read.Any(day => day.Date == line.From))
                _problems.Add(new("calendar.make-up-twice", MakeUpField, Text(line.At), Day(line.From)));
            // The notice says for which holiday the day is worked: of those in the list, or one whose own day is in the next year's notice.
            else if (holidays.Select(h => h.Holiday.Name).FirstOrDefault(name => name.Zh == ForOf(line)) is not { } holiday)
                _problems.Add(new("calendar.make-up-for-nothing", MakeUpField, Text(line.At), line.Zh));
            else
                read.Add(new MakeUpWorkday(line.From, holiday));
        }
        return read;
    }

    private IReadOnlyList<CalendarLine> Lines(string? text, string field)
    {
        var (lines, unreadable) = CalendarLine.Read(text);
        _problems.AddRange(unreadable.Select(line => new RuleViolation("calendar.line-unreadable", field, Text(line.At), line.Text.Length > 60 ? line.Text[..60] : line.Text)));
        return lines;
    }

    private Bilingual? NameOf(CalendarLine line) => line.En is { } en
        ? new Bilingual(line.Zh, en)
        : known.Notices.SelectMany(notice => notice.Holidays).Select(holiday => holiday.Name).LastOrDefault(name => name.Zh == line.Zh);

    // The notices say "for the Spring Festival" and "worked for the Spring Festival" alike.
    private static string ForOf(CalendarLine line) => line.Zh.Replace("调休上班", "", StringComparison.Ordinal).Replace("调休", "", StringComparison.Ordinal).Replace("上班", "", StringComparison.Ordinal).Trim();

    private static bool IsInside(DateOnly date, int year) => date.Year == year || (date.Year == year - 1 && date.Month == 12);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
