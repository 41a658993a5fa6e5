using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// Counts the open dates of one of the centre's periods by another length, from the starts and with the pauses that they have, and lets
/// the desk's forecast work off the queue twice: in the order of the days as they are, and in that of the days that are tried. It only looks:
/// a target that is really changed leaves the dates that stand alone, so this is what they would be if they were counted anew.
/// </summary>
public sealed class TargetProjectionQuery(CaseworkDbContext db, ForecastQuery forecast, DeadlineBook book, TaskConflicts conflicts, ReferenceLibrary reference)
{
    /// <returns>
    /// <c>null</c> for everybody but a supervisor and an administrator. The administrator reads how many: which unpublished designs are
    /// being examined is no business of theirs. Neither is a case of a firm from whose cases the viewer keeps out.
    /// </returns>
    public async Task<TargetProjection?> ReadAsync(DeadlineRule rule, int length, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.IsAny([Roles.Supervisor, Roles.Admin]))
            return null;
        var open = await OpenAsync(rule, ct);
        var ids = open.Select(o => o.File.Id).ToList();
        var pauses = await db.CasePauses.AsNoTracking().Where(p => p.RuleKey == rule.Key && ids.Contains(p.CaseId)).ToListAsync(ct);
        var tasks = (await db.WorkItems.AsNoTracking()
            .Where(w => ids.Contains(w.CaseId) && w.CompletedAt == null && w.CancelledAt == null && Queues.OfTheHouse.Contains(w.Queue))
            .ToListAsync(ct)).ToLookup(w => w.CaseId);
        List<Counted> counted = [];
        foreach (var (file, date) in open)
            counted.Add(await CountAsync(file, date, TaskOf(tasks[file.Id], date), rule with { Length = length }, pauses, ct));

        var asItIs = await forecast.RunAsync(new(), now, ct);
        var asTried = await forecast.RunAsync(new() { Dates = Dates(counted) }, now, ct);
        var (nowByTask, triedByTask) = (ByTask(asItIs), ByTask(asTried));
        var keptOut = await conflicts.FirmsOfAsync(viewer.PersonId!.Value, now, ct);
        var ofPeriod = counted.Select(c => c.Task?.Id).OfType<Guid>().ToHashSet();
        return new TargetProjection(
            [
                .. counted.Select(c => Project(
                        c, c.Task is { } task ? nowByTask.GetValueOrDefault(task.Id) : null, c.Task is { } later ? triedByTask.GetValueOrDefault(later.Id) : null,
                        viewer.Is(Roles.Supervisor) && !keptOut.Contains(c.File.FirmId), pauses, now))
                    .OrderBy(c => c.IfTried).ThenBy(c => c.Tried?.DueAt).ThenBy(c => c.Number, StringComparer.Ordinal),
            ],
            asItIs.Late.Count(l => !ofPeriod.Contains(l.Forecast.Task.Id)), asTried.Late.Count(l => !ofPeriod.Contains(l.Forecast.Task.Id)), asItIs);
    }

    private async Task<IReadOnlyList<(CaseFile File, CaseDeadline Date)>> OpenAsync(DeadlineRule rule, CancellationToken ct)
    {
        var rows = await (
            from date in db.CaseDeadlines.AsNoTracking()
            join file in db.Cases.AsNoTracking() on date.CaseId equals file.Id
            where date.RuleKey == rule.Key && date.SettledAt == null && file.SubmittedAt != null && file.ClosedAt == null
            select new { file, date }).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.file.Id).Select(g => (g.First().file, CaseDeadline.LatestOf(g.Select(r => r.date)))).Where(o => o.Item2 is not null).Select(o => (o.file, o.Item2!))];
    }

    /// <summary>The task that bears the date; else the one that is due first, as where a priority's last day made it earlier.</summary>
    private static WorkItem? TaskOf(IEnumerable<WorkItem> tasks, CaseDeadline date) => tasks
        .OrderByDescending(w => w.DueAt == date.DueAt).ThenBy(w => w.DueAt ?? DateTimeOffset.MaxValue).ThenBy(w => w.Id).FirstOrDefault();

    private async Task<Counted> CountAsync(CaseFile file, CaseDeadline date, WorkItem? task, DeadlineRule tried, List<CasePause> pauses, CancellationToken ct)
    {
        try
        {
            return new(file, date, task, await book.CountAsync(file, tried, date.StartedAt, book.PausesOf(date, pauses), reference.Calendar, ct), null);
        }
        catch (CalendarYearMissingException missing)
        {
            return new(file, date, task, null, missing.Year);
        }
    }

    /// <summary>A task that another day made earlier keeps that day, unless the one that is tried is before it.</summary>
    private static Dictionary<Guid, DateTimeOffset> Dates(IEnumerable<Counted> counted) => counted
        .Where(c => c.Task?.DueAt is not null && c.Tried is not null)
        .ToDictionary(c => c.Task!.Id, c => c.Task!.DueAt == c.Date.DueAt || c.Tried!.DueAt < c.Task.DueAt ? c.Tried!.DueAt : c.Task.DueAt!.Value);

    private static Dictionary<Guid, ForecastedTask> ByTask(ForecastAnswer answer) => answer.Cases.ToDictionary(c => c.Forecast.Task.Id, c => c.Forecast);

    private static ProjectedCase Project(Counted c, ForecastedTask? asItIs, ForecastedTask? asTried, bool isNamed, List<CasePause> pauses, DateTimeOffset now) => new()
    {
        CaseId = c.File.Id,
        Number = c.File.Number ?? "",
        Title = c.File.Title,
        IsNamed = isNamed,
        DueNow = c.Date.DueAt,
        Tried = c.Tried,
        MissingYear = c.MissingYear,
        PausedUntil = pauses.FirstOrDefault(p => p.CaseId == c.File.Id && p.EndedAt is null)?.ExpectedEndAt,
        ForecastNow = asItIs,
        ForecastTried = asTried,
        Now = ProjectedCase.Judge(c.Date.DueAt, asItIs, now),
        IfTried = ProjectedCase.Judge(c.Tried?.DueAt, asTried, now),
    };

    private sealed record Counted(CaseFile File, CaseDeadline Date, WorkItem? Task, Deadline? Tried, int? MissingYear);
}
