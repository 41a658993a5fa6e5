using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Life;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Life;

/// <summary>Replays the processes that are on record against a changed definition, and tells whose deadline would move.</summary>
public sealed class ProcessForecast(CaseworkDbContext db, WorkflowCatalog catalog, ReferenceLibrary reference, TimeProvider clock)
{
    /// <summary>Processes that started since an instant, one report each, those that nothing moves left out.</summary>
    /// <param name="changed">The definition that is thought of.</param>
    /// <param name="map">Steps that have another id in it, by the id that they have on record; a version on record that lacks one is not touched by it.</param>
    /// <param name="since">Whose record is taken.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<ForecastResult> RunAsync(
        WorkflowDefinition changed, IReadOnlyDictionary<string, string> map, DateTimeOffset since, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var instances = await db.WorkflowInstances.AsNoTracking()
            .Where(i => i.DefinitionId == changed.DefinitionId && i.CreatedAt >= since && i.Status != WorkflowStatus.Pending)
            .OrderBy(i => i.CreatedAt)
            .ToListAsync(ct);
        var reports = new List<WhatIfReport>();
        foreach (var instance in instances)
        {
            if (catalog.Find(instance.DefinitionId, instance.DefinitionVersion) is not { } recorded)
                continue;
            var journal = await db.WorkflowJournal.AsNoTracking().Where(line => line.InstanceId == instance.Id).ToListAsync(ct);
            reports.Add(WhatIf.Replay(RecordedRun.Of(instance, journal, now), recorded, changed, map, Forecast));
        }
        return new ForecastResult(instances.Count, [.. reports.Where(report => report.Moved.Count > 0 || report.Divergence is not null)]);
    }

    // Only what depends on its arguments alone can be worked out: a date by a rule and the calendar.
    private Dictionary<string, object?>? Forecast(string taskName, IReadOnlyDictionary<string, object?> payload, DateTimeOffset at)
    {
        if (taskName != "ComputeDeadline" || payload.GetValueOrDefault("deadline") is not string key || !reference.Deadlines.Contains(key))
            return null;
        var deadline = Deadline.Compute(reference.Deadlines[key], at, reference.Calendar);
        return new Dictionary<string, object?>
        {
            ["outcome"] = "computed",
            ["warnAt"] = ProcessTime.Iso(deadline.WarnAt),
            ["dueAt"] = ProcessTime.Iso(deadline.DueAt)
        };
    }
}

/// <summary>What a forecast found.</summary>
/// <param name="Replayed">How many processes were on record.</param>
/// <param name="Affected">Those whose deadlines move, or whose record does not tell to the end.</param>
public sealed record ForecastResult(int Replayed, IReadOnlyList<WhatIfReport> Affected);
