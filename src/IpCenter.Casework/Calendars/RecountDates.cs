using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// Counts one open date anew by the newest edition of the calendar. What was said before stays on record with the new date, the
/// edition and why; the applicant and whoever holds the task are told once, in the same save.
/// </summary>
public sealed class RecountDates(
    CaseworkDbContext db, DeadlineBook book, MoveDeadline move, NoticeSending notices, AuditTrail audit, ReferenceLibrary reference)
{
    /// <summary>The open dates that were counted by an older edition.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken ct)
    {
        var edition = reference.Calendar.Edition;
        return await db.CaseDeadlines.AsNoTracking()
            .Where(d => d.SettledAt == null && d.CalendarEdition < edition)
            .OrderBy(d => d.DueAt).ThenBy(d => d.Id)
            .Select(d => d.Id)
            .ToListAsync(ct);
    }

    /// <summary>Counts one date; whether anything is to be saved.</summary>
    public async Task<bool> ExecuteAsync(Guid deadlineId, DateTimeOffset now, CancellationToken ct)
    {
        var calendar = reference.Calendar;
        if (await db.CaseDeadlines.FindAsync([deadlineId], ct) is not { SettledAt: null } old || old.CalendarEdition >= calendar.Edition)
            return false;
        var file = (await db.Cases.FindAsync([old.CaseId], ct))!;
        if (!file.IsOpen || !reference.Deadlines.Contains(old.RuleKey))
        {
            old.ConfirmBy(calendar.Edition);
            return true;
        }
        var counted = await book.RecountAsync(file, old, await book.PausesOfAsync(old, ct), calendar, ct);
        if (SaysTheSame(old, counted) || !Follows(old, counted, now, reference))
        {
            old.ConfirmBy(calendar.Edition);
            return true;
        }
        // What bears the date has not begun to wait yet (a step before it is tried again): the next round looks again.
        if (await move.ExecuteAsync(file, old, counted, DeadlineCause.Calendar, null, calendar, now, ct) is not { } moved)
            return false;
        if (moved.DueAt != old.DueAt)
            await TellAsync(file, old, moved, calendar.Edition, now, ct);
        return true;
    }

    /// <summary>
    /// Whether a date follows the calendar. One that has passed stays; and a period of the centre is not made to have passed
    /// already by a calendar that nobody knew. What the law fixes is as the calendar says.
    /// </summary>
    internal static bool Follows(CaseDeadline old, Deadline counted, DateTimeOffset now, ReferenceLibrary reference) =>
        old.DueAt >= now && (counted.DueAt >= now || reference.Deadlines[old.RuleKey].Kind == DeadlineKind.Statutory);

    private static bool SaysTheSame(CaseDeadline old, Deadline counted) =>
        old.DueAt == counted.DueAt && old.WarnAt == counted.WarnAt && old.IsProvisional == counted.Explanation.ProvisionalYears.Count > 0;

    private async Task TellAsync(CaseFile file, CaseDeadline old, CaseDeadline moved, int edition, DateTimeOffset now, CancellationToken ct)
    {
        var (from, to) = (PauseClock.Day(old.DueAt), PauseClock.Day(moved.DueAt));
        audit.Record(Actor.System(now, "calendar"), "deadline.recounted", $"case:{file.Id}", file.Id, AuditVisibility.Parties,
            ("deadline", old.RuleKey), ("wasDay", from), ("dueDay", to), ("edition", edition.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        (string, string)[] words = [("deadline", old.RuleKey), ("was", from), ("due", to)];
        await notices.ToFirmAsync(file.FirmId, file, "date-recounted", words, now, ct);
        var holders = await db.WorkItems
            .Where(w => w.CaseId == file.Id && w.CompletedAt == null && w.CancelledAt == null && w.AssigneeId != null)
            .Select(w => w.AssigneeId!.Value)
            .Distinct()
            .ToListAsync(ct);
        notices.Send(holders, file, "date-recounted-holder", words, now);
    }
}
