using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>What lies on one desk, or untaken in one queue.</summary>
/// <param name="Person"><c>null</c>: nobody has taken them.</param>
public sealed record Workload(string? Person, string Queue, int Open, int DueToday, int Overdue);

/// <summary>How many open tasks fall due on one day.</summary>
public sealed record DueDay(DateOnly On, int Count, bool IsWorkingDay);

/// <summary>Who is overloaded, and what will be late: counts only, no case is named.</summary>
public sealed class WorkloadQuery(CaseworkDbContext db)
{
    private const int DaysAhead = 7;

    public async Task<IReadOnlyList<Workload>> LoadsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var tomorrow = ChinaTime.At(ChinaTime.DateOf(now).AddDays(1), TimeOnly.MinValue);
        var loads = await Open()
            .GroupBy(w => new { w.AssigneeName, w.Queue })
            .Select(g => new Workload(
                g.Key.AssigneeName, g.Key.Queue, g.Count(), g.Count(w => w.DueAt >= now && w.DueAt < tomorrow), g.Count(w => w.DueAt < now)))
            .ToListAsync(ct);
        return [.. loads.OrderByDescending(l => l.Overdue).ThenByDescending(l => l.DueToday).ThenByDescending(l => l.Open)];
    }

    public async Task<IReadOnlyList<DueDay>> DueAsync(DateTimeOffset now, WorkingCalendar calendar, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var end = ChinaTime.At(today.AddDays(DaysAhead), TimeOnly.MinValue);
        var due = await Open().Where(w => w.DueAt >= now && w.DueAt < end).Select(w => w.DueAt!.Value).ToListAsync(ct);
        var byDay = due.CountBy(ChinaTime.DateOf).ToDictionary();
        return [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Where(day => calendar.Knows(day.Year))
            .Select(day => new DueDay(day, byDay.GetValueOrDefault(day), calendar.IsWorkingDay(day)))];
    }

    private IQueryable<WorkItem> Open() => db.WorkItems.AsNoTracking()
        .Where(w => Queues.OfTheHouse.Contains(w.Queue) && w.CompletedAt == null && w.CancelledAt == null);
}
