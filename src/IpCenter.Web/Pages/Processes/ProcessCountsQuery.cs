using IpCenter.Casework.Data;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Processes;

/// <summary>How many instances follow one version of a definition.</summary>
/// <param name="Stopped">Of the running ones, those in which a step was given up or failed.</param>
public sealed record ProcessCounts(int Running, int Ended, int Stopped)
{
    public static ProcessCounts None { get; } = new(0, 0, 0);
}

/// <summary>Counts instances by definition and version.</summary>
public sealed class ProcessCountsQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyDictionary<(string DefinitionId, int Version), ProcessCounts>> ReadAsync(CancellationToken ct)
    {
        var counts = await db.WorkflowInstances.AsNoTracking()
            .GroupBy(i => new { i.DefinitionId, i.DefinitionVersion, i.Status })
            .Select(g => new { g.Key.DefinitionId, g.Key.DefinitionVersion, g.Key.Status, Count = g.Count() })
            .ToListAsync(ct);
        var stopped = await (
            from wait in db.WorkflowWaits.AsNoTracking()
            join instance in db.WorkflowInstances.AsNoTracking() on wait.InstanceId equals instance.Id
            where wait.IsIncident
            select new { instance.Id, instance.DefinitionId, instance.DefinitionVersion })
            .Distinct()
            .GroupBy(i => new { i.DefinitionId, i.DefinitionVersion })
            .Select(g => new { g.Key.DefinitionId, g.Key.DefinitionVersion, Count = g.Count() })
            .ToListAsync(ct);
        return counts.GroupBy(c => (c.DefinitionId, c.DefinitionVersion)).ToDictionary(
            g => g.Key,
            g => new ProcessCounts(
                g.Where(c => !HasEnded(c.Status)).Sum(c => c.Count),
                g.Where(c => HasEnded(c.Status)).Sum(c => c.Count),
                stopped.Where(s => (s.DefinitionId, s.DefinitionVersion) == g.Key).Sum(s => s.Count)));
    }

    private static bool HasEnded(WorkflowStatus status) => status is WorkflowStatus.Finished or WorkflowStatus.Cancelled;
}
