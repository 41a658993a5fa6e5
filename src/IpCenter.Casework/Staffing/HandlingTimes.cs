using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// Measures what the kinds of tasks take: the working time from the moment at which whoever did a task first opened the
/// case on the day on which it was done, to its end. The median of the last ones counts, so that a case left open over
/// lunch, or one decided at a glance, moves nothing. Tasks done without opening the case are not measured.
/// </summary>
public sealed class HandlingTimes(CaseworkDbContext db, ReferenceLibrary reference)
{
    public async Task<IReadOnlyDictionary<string, HandlingTime>> ReadAsync(IEnumerable<string> kinds, CancellationToken ct)
    {
        var times = new Dictionary<string, HandlingTime>();
        foreach (var kind in kinds.Distinct().Order(StringComparer.Ordinal))
            times[kind] = await OfAsync(kind, ct);
        return times;
    }

    private async Task<HandlingTime> OfAsync(string kind, CancellationToken ct)
    {
        var settings = reference.Desk.Forecast;
        var done = await db.WorkItems.AsNoTracking()
            .Where(w => w.Name == kind && w.CompletedAt != null && w.CompletedBy != null)
            .OrderByDescending(w => w.CompletedAt).ThenBy(w => w.Id)
            .Take(settings.LastMeasured)
            .Select(w => new { w.CaseId, By = w.CompletedBy, At = w.CompletedAt!.Value })
            .ToListAsync(ct);
        var cases = done.Select(d => d.CaseId).Distinct().ToList();
        var reads = (await db.AccessRecords.AsNoTracking()
            .Where(r => r.CaseId != null && cases.Contains(r.CaseId.Value) && r.PersonId != null && !OpenedCase.InPassing.Contains(r.Purpose))
            .Select(r => new { CaseId = r.CaseId!.Value, By = r.PersonId, r.At })
            .ToListAsync(ct)).ToLookup(r => (r.CaseId, r.By, ChinaTime.DateOf(r.At)), r => r.At);
        var time = reference.WorkingTime;
        List<TimeSpan> measured = [];
        foreach (var task in done)
            if (reads[(task.CaseId, task.By, ChinaTime.DateOf(task.At))].Where(at => at < task.At).Order().Cast<DateTimeOffset?>().FirstOrDefault() is { } opened
                && time.Between(opened, task.At) is var length && length > TimeSpan.Zero)
                measured.Add(length);
        return measured.Count >= settings.LeastMeasured
            ? new(kind, Median(measured), measured.Count, true)
            : new(kind, settings.DefaultOf(kind), measured.Count, false);
    }

    private static TimeSpan Median(List<TimeSpan> lengths)
    {
        lengths.Sort();
        var middle = lengths.Count / 2;
        return lengths.Count % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2;
    }
}
