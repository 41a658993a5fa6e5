using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.Notices;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// Counts anew by the newest edition by when the office makes one evaluation report. The law fixes the period, so a day that has not
/// passed is as the calendar says; both days stand on record, and a holder who asked for the report is told once.
/// </summary>
public sealed class RecountEvaluations(CaseworkDbContext db, NoticeSending notices, AuditTrail audit, ReferenceLibrary reference)
{
    public const string Notice = "evaluation-recounted";

    /// <summary>The reports that the office still has to make and whose day was counted by an older edition.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken ct)
    {
        var edition = reference.Calendar.Edition;
        return await Open(db).Where(r => r.CalendarEdition < edition).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
    }

    /// <summary>Counts one day; whether anything is to be saved.</summary>
    public async Task<bool> ExecuteAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var calendar = reference.Calendar;
        if (await db.EvaluationReports.FindAsync([id], ct) is not { State: EvaluationState.Received, DueOn: { } stood } report || report.CalendarEdition >= calendar.Edition)
            return false;
        var design = (await db.Designs.FindAsync([report.DesignId], ct))!;
        var due = EvaluationDue.Of(report, design, reference, calendar);
        if (stood < ChinaTime.DateOf(now))
        {
            report.ConfirmBy(calendar.Edition);
            return true;
        }
        report.Count(due, calendar.Edition);
        if (due.On == stood)
            return true;
        var (from, to) = (Day(stood), Day(due.On));
        audit.Record(Actor.System(now, "calendar"), "evaluation.recounted", $"evaluation:{report.Id}", null, AuditVisibility.Parties,
            ("number", design.PatentNumber), ("wasDay", from), ("dueDay", to), ("edition", calendar.Edition.ToString(CultureInfo.InvariantCulture)));
        // What others asked for is no affair of the right's holder.
        if (report.Requester == EvaluationRequester.Holder && design.FirmId is { } firm)
            await notices.ToFirmAsync(firm, null, Notice, RightNotice.Arguments(design, ("deadline", DeadlineKeys.EvaluationReport), ("due", to), ("was", from)), now, ct);
        return true;
    }

    internal static IQueryable<EvaluationReport> Open(CaseworkDbContext db) =>
        db.EvaluationReports.AsNoTracking().Where(r => r.State == EvaluationState.Received && r.DueOn != null);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
