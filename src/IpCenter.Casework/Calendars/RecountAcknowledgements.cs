using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// Counts anew by the newest edition until when one dispatched notice is to be acknowledged. It is the centre's own period and decides
/// only when the notice is brought up again, so it follows; both days stand on record, and nobody gets a notice about a notice.
/// </summary>
public sealed class RecountAcknowledgements(CaseworkDbContext db, AuditTrail audit, ReferenceLibrary reference)
{
    /// <summary>The dispatches that nobody acknowledged yet and that were counted by an older edition.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var edition = reference.Calendar.Edition;
        return await Open(db, now).Where(n => n.CalendarEdition < edition).Select(n => n.DispatchId).Distinct().Order().ToListAsync(ct);
    }

    /// <summary>Counts one dispatch; whether anything is to be saved.</summary>
    public async Task<bool> ExecuteAsync(Guid dispatch, DateTimeOffset now, CancellationToken ct)
    {
        var calendar = reference.Calendar;
        var sent = await db.Notices.Where(n => n.DispatchId == dispatch).ToListAsync(ct);
        if (sent.Any(n => n.AcknowledgedAt is not null || n.BroughtUpAt is not null) || sent.All(n => n.CalendarEdition >= calendar.Edition))
            return false;
        // Whoever has it, a dispatch was sent at one moment and asks for one answer.
        if (sent.FirstOrDefault(n => n.AcknowledgeBy is not null) is not { AcknowledgeBy: { } stood } first)
            return false;
        var by = Counted(first, calendar, reference);
        if (!Moves(stood, by, now))
            by = stood;
        sent.ForEach(n => n.AskBy(by, calendar.Edition));
        if (by != stood)
            audit.Record(Actor.System(now, "calendar"), "notice.recounted", $"notice:{sent.MinBy(n => n.Id)!.Id}", first.CaseId, AuditVisibility.Parties,
                ("notice", first.Template), ("wasDay", PauseClock.Day(stood)), ("dueDay", PauseClock.Day(by)), ("edition", calendar.Edition.ToString(CultureInfo.InvariantCulture)));
        return true;
    }

    internal static IQueryable<Notice> Open(CaseworkDbContext db, DateTimeOffset now) => db.Notices.AsNoTracking()
        .Where(n => n.AcknowledgeBy >= now && n.AcknowledgedAt == null && n.BroughtUpAt == null
            && !db.Notices.Any(other => other.DispatchId == n.DispatchId && other.AcknowledgedAt != null));

    /// <exception cref="CalendarYearMissingException">The period reaches into a year without calendar.</exception>
    internal static DateTimeOffset Counted(Notice notice, WorkingCalendar calendar, ReferenceLibrary reference) =>
        Deadline.Compute(reference.Deadlines[DeadlineKeys.NoticeAcknowledgement], notice.SentAt, calendar).DueAt;

    /// <summary>A day that has passed stays, and none is made to have passed by a calendar that nobody knew.</summary>
    internal static bool Moves(DateTimeOffset stood, DateTimeOffset counted, DateTimeOffset now) => counted != stood && stood >= now && counted >= now;
}
