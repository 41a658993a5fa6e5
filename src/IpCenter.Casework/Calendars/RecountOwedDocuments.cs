using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// Counts the day of one owed document anew by the newest edition of the calendar. The day before and the day after stand on record;
/// the firm that still has to bring it is told once, in the same save.
/// </summary>
public sealed class RecountOwedDocuments(CaseworkDbContext db, NoticeSending notices, AuditTrail audit, ReferenceLibrary reference)
{
    private static readonly OwedState[] Open = [OwedState.Owed, OwedState.Returned, OwedState.Supplied];

    /// <summary>The documents still called for whose day was counted by an older edition.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken ct)
    {
        var edition = reference.Calendar.Edition;
        return await Of(db.OwedDocuments.AsNoTracking()).Where(d => d.CalendarEdition < edition).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(ct);
    }

    /// <summary>Counts one day; whether anything is to be saved.</summary>
    public async Task<bool> ExecuteAsync(Guid owedId, DateTimeOffset now, CancellationToken ct)
    {
        var calendar = reference.Calendar;
        if (await db.OwedDocuments.FindAsync([owedId], ct) is not { TakesFile: true } owed || owed.CalendarEdition >= calendar.Edition)
            return false;
        var file = (await db.Cases.FindAsync([owed.CaseId], ct))!;
        if (!file.IsOpen || Counted(owed, calendar, reference) is not { } counted || !Moves(owed, counted, now, reference))
        {
            owed.ConfirmBy(calendar.Edition);
            return true;
        }
        var (from, to) = (PauseClock.Day(owed.DueAt), PauseClock.Day(counted.DueAt));
        owed.Count(counted, owed.IsProvisional, calendar.Edition);
        if (from == to || !owed.IsOutstanding)
            return true;
        audit.Record(Actor.System(now, "calendar"), "document.recounted", $"case:{file.Id}", file.Id, AuditVisibility.Parties,
            ("document", owed.Kind), ("day", from), ("newDay", to));
        await notices.ToFirmAsync(file.FirmId, file, "date-recounted", [("deadline", owed.RuleKey), ("was", from), ("due", to)], now, ct);
        return true;
    }

    internal static IQueryable<OwedDocument> Of(IQueryable<OwedDocument> documents) =>
        documents.Where(d => Open.Contains(d.State) && d.CountedFromDay != null);

    /// <summary>The day by a calendar; <c>null</c> where the period is gone from the data.</summary>
    /// <exception cref="CalendarYearMissingException">The period reaches into a year without calendar.</exception>
    internal static Deadline? Counted(OwedDocument owed, WorkingCalendar calendar, ReferenceLibrary reference) =>
        !reference.Deadlines.Contains(owed.RuleKey) ? null
        : owed.CountedFrom is { } instant ? Deadline.AsFarAsKnown(reference.Deadlines[owed.RuleKey], ChinaTime.DateOf(instant), instant, calendar)
        : Deadline.AsFarAsKnown(reference.Deadlines[owed.RuleKey], owed.CountedFromDay!.Value, null, calendar);

    /// <summary>A day that has passed stays; and a period of the centre is not made to have passed by a calendar that nobody knew.</summary>
    internal static bool Moves(OwedDocument owed, Deadline counted, DateTimeOffset now, ReferenceLibrary reference) =>
        (counted.DueAt != owed.DueAt || counted.WarnAt != owed.WarnAt) && owed.DueAt >= now
        && (counted.DueAt >= now || reference.Deadlines[owed.RuleKey].Kind == DeadlineKind.Statutory);
}
