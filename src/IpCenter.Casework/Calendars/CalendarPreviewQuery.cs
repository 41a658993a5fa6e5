using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>What a year's calendar would do if it were published: the calendar as a whole, and the open dates that would move. Changes nothing.</summary>
public sealed class CalendarPreviewQuery(CaseworkDbContext db, DeadlineBook book, OtherMovingDates others, ReferenceLibrary reference)
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
        // Read at once, however many dates there are.
        var cases = open.Select(o => o.File.Id).Distinct().ToList();
        var pauses = (await db.CasePauses.AsNoTracking().Where(p => cases.Contains(p.CaseId)).ToListAsync(ct)).ToLookup(p => p.CaseId);
        var fees = open.Where(o => o.Deadline.RuleKey == DeadlineKeys.FilingFee).Select(o => o.File.Id).ToList();
        await db.Applications.Where(a => fees.Contains(a.Id)).LoadAsync(ct);
        var (moving, stuck) = (new List<MovingDate>(), new List<MovingDate>());
        foreach (var (deadline, file) in open.Where(o => reference.Deadlines.Contains(o.Deadline.RuleKey)).Select(o => (o.Deadline, o.File)))
            if (await CountAsync(file, deadline, [.. pauses[file.Id]], calendar, ct) is not { } counted)
                stuck.Add(new MovingDate(file.Id, file.Kind, file.Number, deadline.RuleKey, deadline.DueAt, null));
            else if (counted.DueAt != deadline.DueAt && RecountDates.Follows(deadline, counted, now, reference))
                (deadline.ComputedBy is null ? stuck : moving).Add(new MovingDate(file.Id, file.Kind, file.Number, deadline.RuleKey, deadline.DueAt, counted.DueAt));
        var besides = await others.ReadAsync(calendar, now, ct);
        return new CalendarPreview(calendar, open.Count + besides.Open, Ordered([.. moving, .. besides.Moving])) { Stuck = Ordered([.. stuck, .. besides.Stuck]) };
    }

    /// <summary>The date by the new calendar; <c>null</c> where it reaches into a year of which there is none.</summary>
    private async Task<Deadline?> CountAsync(CaseFile file, CaseDeadline deadline, IReadOnlyList<CasePause> pauses, WorkingCalendar calendar, CancellationToken ct)
    {
        try
        {
            return await book.RecountAsync(file, deadline, book.PausesOf(deadline, pauses), calendar, ct);
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }

    private static IReadOnlyList<MovingDate> Ordered(IEnumerable<MovingDate> dates) =>
        [.. dates.OrderBy(m => m.From).ThenBy(m => m.Number, StringComparer.Ordinal).ThenBy(m => m.RuleKey, StringComparer.Ordinal)];
}

/// <param name="Calendar">The calendar as it would be.</param>
/// <param name="OpenDates">How many dates are open.</param>
/// <param name="Moving">Those that would move.</param>
public sealed record CalendarPreview(WorkingCalendar Calendar, int OpenDates, IReadOnlyList<MovingDate> Moving)
{
    /// <summary>Those that would have to move and cannot: of a year without a calendar, or of old without the step that waits by them.</summary>
    public IReadOnlyList<MovingDate> Stuck { get; init; } = [];
}
