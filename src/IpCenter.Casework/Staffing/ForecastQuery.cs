using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>Brings the desk before <see cref="DeskForecast"/> as it stands, or as it would stand.</summary>
public sealed class ForecastQuery(CaseworkDbContext db, StaffPicture staff, TaskConflicts conflicts, HandlingTimes handling, ReferenceLibrary reference)
{
    public const int MostMore = 20;

    /// <summary>Nothing for anybody but a supervisor: it names cases.</summary>
    public async Task<ForecastAnswer?> ReadAsync(ForecastWhatIf whatIf, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        return viewer.Is(Roles.Supervisor) ? await RunAsync(whatIf, now, ct) : null;
    }

    /// <summary>The same for whoever answers for what of it is shown to whom.</summary>
    internal async Task<ForecastAnswer> RunAsync(ForecastWhatIf whatIf, DateTimeOffset now, CancellationToken ct)
    {
        var items = await db.WorkItems.AsNoTracking()
            .Where(w => Queues.OfTheHouse.Contains(w.Queue) && w.CompletedAt == null && w.CancelledAt == null)
            .ToListAsync(ct);
        var times = await handling.ReadAsync(items.Select(w => w.Name), ct);
        var people = await PeopleAsync(whatIf, now, ct);
        var tasks = await TasksAsync(items, times, whatIf, ct);
        var inOrder = InOrder(tasks, whatIf.Order).ToList();
        var lastDay = ChinaTime.DateOf(now).AddDays(reference.Desk.Forecast.DaysAhead);
        var forecast = DeskForecast.Run(inOrder, people, reference.WorkingTime, now, lastDay);
        var ids = items.Select(w => w.CaseId).Distinct().ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.Title }).ToDictionaryAsync(c => c.Id, ct);
        var caseOf = items.ToDictionary(w => w.Id, w => cases[w.CaseId]);
        return new(
            [.. forecast.OrderBy(f => f.Task.DueAt).ThenBy(f => f.Task.Id)
                .Select(f => new ForecastedCase(caseOf[f.Task.Id].Id, caseOf[f.Task.Id].Number ?? "", caseOf[f.Task.Id].Title, f))],
            [.. people.Select(p => forecast.Where(f => f.PersonId == p.Id).ToList() is var own && own.Count > 0
                ? new ForecastedDesk(p.Name, own.Count, own.All(f => f.Stint is not null) ? own.Max(f => f.Stint!.Value.To) : null, own.Count(f => f.IsLate))
                : new ForecastedDesk(p.Name, 0, null, 0)).Where(d => d.Tasks > 0).OrderByDescending(d => d.BusyUntil ?? DateTimeOffset.MaxValue)],
            [.. times.Values],
            people.ToDictionary(p => p.Id, p => p.Name),
            people.Count(p => p.Away.Any(a => a.From <= lastDay && a.To >= ChinaTime.DateOf(now))));
    }

    private async Task<IReadOnlyList<ForecastPerson>> PeopleAsync(ForecastWhatIf whatIf, DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        List<ForecastPerson> people =
        [
            .. (await staff.ReadAsync(now, ct)).Select(p => new ForecastPerson(
                p.Id, p.Name, Queues.OfTheHouse.Where(p.Works).ToHashSet(), [.. p.Skills.Select(s => s.Code)],
                [
                    .. p.Absences.Select(a => new TimeAway(a.From, a.To, a.SubstituteId)),
                    .. p.Id == whatIf.AbsentId && whatIf.AbsentDays > 0 ? [new TimeAway(today, today.AddDays(whatIf.AbsentDays - 1))] : Array.Empty<TimeAway>(),
                ])),
        ];
        var queues = Queues.OfTheHouse.Where(q => whatIf.MoreOfRole is { } role && TaskDesk.WorkersOf(q).Contains(role)).ToHashSet();
        for (var more = 1; more <= Math.Clamp(whatIf.More, 0, MostMore) && queues.Count > 0; more++)
            people.Add(new(
                new Guid(more, 0, 0, new byte[8]), $"+{more}", queues, [.. reference.Locarno.Classes.Select(c => c.Number.ToString("D2", CultureInfo.InvariantCulture))], []));
        return people;
    }

    private async Task<IReadOnlyList<ForecastTask>> TasksAsync(
        List<WorkItem> items, IReadOnlyDictionary<string, HandlingTime> times, ForecastWhatIf whatIf, CancellationToken ct)
    {
        var byClass = reference.Desk.Distribution.Queues.Where(q => q.ByClass).Select(q => q.Queue).ToHashSet();
        var skilled = await db.ClassSkills.AnyAsync(ct);
        var ids = items.Where(w => byClass.Contains(w.Queue)).Select(w => w.CaseId).Distinct().ToList();
        var classes = (await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Form }).ToListAsync(ct))
            .ToDictionary(a => a.Id, a => a.Form.LocarnoClass);
        var against = await conflicts.OfAsync(items, ct);
        var cases = items.Select(w => w.CaseId).Distinct().ToList();
        var goesOn = (await db.CasePauses.AsNoTracking().Where(p => p.EndedAt == null && cases.Contains(p.CaseId)).ToListAsync(ct))
            .ToDictionary(p => p.CaseId, p => p.ExpectedEndAt);
        return [.. items.Select(w => new ForecastTask
        {
            Id = w.Id,
            Kind = w.Name,
            Queue = w.Queue,
            HolderId = w.AssigneeId,
            Handling = times[w.Name].Median,
            DueAt = whatIf.Dates is { } dates && dates.TryGetValue(w.Id, out var due) ? due : w.DueAt,
            NotBefore = w.Clock == ClockOwner.Centre && goesOn.TryGetValue(w.CaseId, out var at) ? at : null,
            CreatedAt = w.CreatedAt,
            // While nobody's classes are recorded, everybody examines all of them.
            LocarnoClass = skilled && byClass.Contains(w.Queue) ? classes.GetValueOrDefault(w.CaseId) : null,
            KeepOut = against[w.Id].Select(c => c.PersonId).ToHashSet(),
        })];
    }

    private static IEnumerable<ForecastTask> InOrder(IEnumerable<ForecastTask> tasks, ForecastOrder order) => order switch
    {
        ForecastOrder.Arrival => tasks.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id),
        ForecastOrder.Shortest => tasks.OrderBy(t => t.Handling).ThenBy(t => t.DueAt).ThenBy(t => t.Id),
        _ => tasks.OrderBy(t => t.DueAt).ThenBy(t => t.Id),
    };
}
