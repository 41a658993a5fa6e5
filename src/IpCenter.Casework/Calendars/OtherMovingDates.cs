using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Calendars;

/// <summary>The stored dates that are no stage of a case and that a calendar would move: owed documents, acknowledgements, evaluation reports.</summary>
public sealed class OtherMovingDates(CaseworkDbContext db, ReferenceLibrary reference)
{
    /// <summary>How many are open, and what becomes of them.</summary>
    public async Task<(int Open, IReadOnlyList<MovingDate> Moving, IReadOnlyList<MovingDate> Stuck)> ReadAsync(
        WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        var (moving, stuck) = (new List<MovingDate>(), new List<MovingDate>());
        var open = await OwedAsync(calendar, now, moving, stuck, ct)
            + await NoticesAsync(calendar, now, moving, stuck, ct)
            + await ReportsAsync(calendar, now, moving, ct);
        return (open, moving, stuck);
    }

    private async Task<int> OwedAsync(WorkingCalendar calendar, DateTimeOffset now, List<MovingDate> moving, List<MovingDate> stuck, CancellationToken ct)
    {
        var open = await (
            from owed in RecountOwedDocuments.Of(db.OwedDocuments.AsNoTracking())
            join file in db.Cases.AsNoTracking() on owed.CaseId equals file.Id
            where owed.DueAt >= now && file.ClosedAt == null
            select new { Owed = owed, File = file }).ToListAsync(ct);
        foreach (var (owed, file) in open.Select(o => (o.Owed, o.File)))
            try
            {
                if (RecountOwedDocuments.Counted(owed, calendar, reference) is { } counted && counted.DueAt != owed.DueAt && RecountOwedDocuments.Moves(owed, counted, now, reference))
                    moving.Add(new MovingDate(file.Id, file.Kind, file.Number, owed.RuleKey, owed.DueAt, counted.DueAt));
            }
            catch (CalendarYearMissingException)
            {
                stuck.Add(new MovingDate(file.Id, file.Kind, file.Number, owed.RuleKey, owed.DueAt, null));
            }
        return open.Count;
    }

    /// <summary>A dispatch is one date, however many people have it.</summary>
    private async Task<int> NoticesAsync(WorkingCalendar calendar, DateTimeOffset now, List<MovingDate> moving, List<MovingDate> stuck, CancellationToken ct)
    {
        var open = (await RecountAcknowledgements.Open(db, now).ToListAsync(ct)).DistinctBy(n => n.DispatchId).ToList();
        var about = open.Where(n => n.CaseId is not null).Select(n => n.CaseId!.Value).Distinct().ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => about.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        foreach (var notice in open)
        {
            var (file, stood) = (notice.CaseId is { } id ? cases.GetValueOrDefault(id) : null, notice.AcknowledgeBy!.Value);
            var date = new MovingDate(notice.CaseId, file?.Kind, file?.Number, DeadlineKeys.NoticeAcknowledgement, stood, null);
            try
            {
                var counted = RecountAcknowledgements.Counted(notice, calendar, reference);
                if (RecountAcknowledgements.Moves(stood, counted, now))
                    moving.Add(date with { To = counted });
            }
            catch (CalendarYearMissingException)
            {
                stuck.Add(date);
            }
        }
        return open.Count;
    }

    /// <summary>Never stuck: without the calendar of its year the day is the one of the month, and says so.</summary>
    private async Task<int> ReportsAsync(WorkingCalendar calendar, DateTimeOffset now, List<MovingDate> moving, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var open = await (
            from report in RecountEvaluations.Open(db)
            join design in db.Designs.AsNoTracking() on report.DesignId equals design.Id
            where report.DueOn >= today
            select new { Report = report, Design = design }).ToListAsync(ct);
        foreach (var (report, design) in open.Select(o => (o.Report, o.Design)))
            if (EvaluationReports.EvaluationDue.Of(report, design, reference, calendar).On is var day && day != report.DueOn)
                moving.Add(new MovingDate(null, null, design.PatentNumber, DeadlineKeys.EvaluationReport, ChinaTime.EndOfDay(report.DueOn!.Value), ChinaTime.EndOfDay(day)));
        return open.Count;
    }
}
