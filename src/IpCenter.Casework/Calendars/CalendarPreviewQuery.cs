using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>What a year's calendar would do if it were published: the calendar as a whole, and the open dates that would move. Changes nothing.</summary>
public sealed class CalendarPreviewQuery(CaseworkDbContext db, DeadlineBook book, ReferenceLibrary reference)
{
    public async Task<CalendarPreview> ReadAsync(CalendarYear year, DateTimeOffset now, CancellationToken ct)
    {
        var editions = await CalendarEditions.ReadAsync(db, ct);
        var calendar = reference.Calendars.With([.. editions, (editions.Count == 0 ? 1 : editions[^1].Edition + 1, year)]);
        var open = await (
            from deadline in db.CaseDeadlines.AsNoTracking()
            join file in db.Cases.AsNoTracking() on deadline.CaseId equals file.Id
            where deadline.SettledAt == null && deadline.DueAt >= now && file.ClosedAt == null
            select new { Deadline = deadline, File = file }).ToListAsync(ct);
        var moving = new List<MovingDate>();
        foreach (var (deadline, file) in open.Where(o => reference.Deadlines.Contains(o.Deadline.RuleKey)).Select(o => (o.Deadline, o.File)))
        {
            var counted = await book.RecountAsync(file, deadline, await book.PausesOfAsync(deadline, ct), calendar, ct);
            if (counted.DueAt != deadline.DueAt && RecountDates.Follows(deadline, counted, now, reference))
                moving.Add(new MovingDate(file.Id, file.Kind, file.Number, deadline.RuleKey, deadline.DueAt, counted.DueAt));
        }
        return new CalendarPreview(calendar, open.Count, [.. moving.OrderBy(m => m.From).ThenBy(m => m.Number, StringComparer.Ordinal)]);
    }
}

/// <param name="Calendar">The calendar as it would be.</param>
/// <param name="OpenDates">How many dates are open.</param>
/// <param name="Moving">Those that would move.</param>
public sealed record CalendarPreview(WorkingCalendar Calendar, int OpenDates, IReadOnlyList<MovingDate> Moving);
