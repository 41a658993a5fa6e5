using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// A year's calendar is looked at and then published as an edition over the data files. Publishing changes no date itself: the dates
/// that were counted by an older edition are counted anew one by one (<see cref="RecountDates"/>), each with its record.
/// </summary>
public sealed class PublishCalendar(CaseworkDbContext db, ReferenceLibrary reference, AuditTrail audit)
{
    public const int LongestReason = 500;

    /// <summary>The year, or what is wrong with the entries.</summary>
    public async Task<Result<CalendarYear>> ReadAsync(CalendarDraft draft, DateTimeOffset now, CancellationToken ct)
    {
        var standing = reference.Calendars.With(await CalendarEditions.ReadAsync(db, ct));
        var read = new CalendarDraftReader(standing, reference.StatutoryHolidays).Read(draft, ChinaTime.DateOf(now));
        if (!read.Succeeded)
            return read;
        return standing.Notices.FirstOrDefault(notice => notice.Year == read.Value.Year) is { } known && SaysTheSame(known, read.Value)
            ? new RuleViolation("calendar.nothing-new", "holidays", read.Value.Year.ToString(CultureInfo.InvariantCulture))
            : read;
    }

    /// <summary>What this form published already.</summary>
    public Task<CalendarEdition?> FindAsync(Guid id, CancellationToken ct) => db.CalendarEditions.FirstOrDefaultAsync(e => e.Id == id, ct);

    public async Task<Result<CalendarEdition>> ExecuteAsync(Guid id, CalendarDraft draft, string reason, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } published)
            return published;
        var read = await ReadAsync(draft, actor.At, ct);
        var problems = read.Violations.ToList();
        if (string.IsNullOrWhiteSpace(reason))
            problems.Add(new("reason.required", "reason"));
        else if (reason.Trim().Length > LongestReason)
            problems.Add(new("pause.words-too-long", "reason", LongestReason.ToString(CultureInfo.InvariantCulture)));
        if (problems.Count > 0)
            return problems;
        var year = read.Value;
        var edition = new CalendarEdition
        {
            Number = (await db.CalendarEditions.MaxAsync(e => (int?)e.Number, ct) ?? 0) + 1,
            Id = id,
            Year = year.Year,
            Status = year.Status,
            Title = draft.Title!.Trim(),
            NoticeNumber = string.IsNullOrWhiteSpace(draft.NoticeNumber) ? null : draft.NoticeNumber.Trim(),
            NoticeDate = draft.NoticeDate,
            ContentJson = CalendarEdition.ContentOf(year),
            Reason = reason.Trim(),
            PublishedBy = actor.PersonId!.Value,
            PublishedByName = actor.Name,
            PublishedAt = actor.At,
        };
        db.CalendarEditions.Add(edition);
        audit.Record(actor.Because(edition.Reason), "calendar.published", $"calendar:{year.Year}", null, AuditVisibility.Staff,
            ("year", year.Year.ToString(CultureInfo.InvariantCulture)), ("edition", edition.Number.ToString(CultureInfo.InvariantCulture)));
        return edition;
    }

    private static bool SaysTheSame(CalendarYear one, CalendarYear other) =>
        one.Status == other.Status && one.Holidays.OrderBy(h => h.From).SequenceEqual(other.Holidays.OrderBy(h => h.From))
        && one.MakeUpWorkdays.OrderBy(d => d.Date).SequenceEqual(other.MakeUpWorkdays.OrderBy(d => d.Date));
}
