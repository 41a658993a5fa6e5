using System.Globalization;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Which instances of a definition are listed.</summary>
public enum InstanceFilter
{
    Running,

    /// <summary>Running, but a step was given up or failed, or a person halted it.</summary>
    Stopped,

    Ended
}

/// <summary>One instance in a list.</summary>
/// <param name="Waits">Activity ids of what it waits for; people's tasks and incidents first, without the timers beside them.</param>
public sealed record ListedInstance(WorkflowInstance Instance, IReadOnlyList<string> Waits, ProcessCase? Case);

/// <summary>The place of a row in the order of the list: the next page begins behind it.</summary>
public readonly record struct InstancePlace(DateTimeOffset CreatedAt, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks}_{Id:N}");

    /// <summary>Reads what <see cref="ToString"/> wrote; <c>null</c> for anything else, which is the first page.</summary>
    public static InstancePlace? Parse(string? text) =>
        text?.Split('_') is [var created, var id]
        && long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var instance)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), instance)
            : null;
}

/// <param name="Next">Where the next page begins; <c>null</c> on the last.</param>
public sealed record ListedInstances(IReadOnlyList<ListedInstance> Rows, InstancePlace? Next);

/// <summary>Reads the instances of one version of a definition, the newest first.</summary>
public sealed class InstancesQuery(CaseworkDbContext db, ProcessCasesQuery cases)
{
    public const int PageSize = 50;

    public async Task<ListedInstances> ReadAsync(
        string definitionId, int version, InstanceFilter filter, InstancePlace? before, Viewer viewer, CancellationToken ct)
    {
        var found = Filter(db.WorkflowInstances.AsNoTracking().Where(i => i.DefinitionId == definitionId && i.DefinitionVersion == version), filter);
        if (before is { } place)
            found = found.Where(i => i.CreatedAt <= place.CreatedAt && (i.CreatedAt < place.CreatedAt || i.Id < place.Id));
        var rows = await found.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(PageSize + 1).ToListAsync(ct);
        var hasMore = rows.Count > PageSize;
        if (hasMore)
            rows.RemoveAt(PageSize);
        var ids = rows.ConvertAll(i => i.Id);
        var waits = (await db.WorkflowWaits.AsNoTracking().Where(w => ids.Contains(w.InstanceId) && (w.IsIncident || w.Kind != WaitKind.Timer)).ToListAsync(ct))
            .ToLookup(w => w.InstanceId);
        var files = await cases.ReadAsync(rows.Select(i => i.CorrelationId), viewer, ct);
        return new(
            [.. rows.Select(i => new ListedInstance(
                i,
                [.. waits[i.Id].OrderBy(w => !w.IsIncident).ThenBy(w => w.Kind != WaitKind.PersonTask).ThenBy(w => w.CreatedAt).Select(w => w.ActivityId)],
                files.GetValueOrDefault(i.CorrelationId)))],
            hasMore ? new(rows[^1].CreatedAt, rows[^1].Id) : null);
    }

    private IQueryable<WorkflowInstance> Filter(IQueryable<WorkflowInstance> found, InstanceFilter filter) => filter switch
    {
        InstanceFilter.Running => found.Where(i => i.Status != WorkflowStatus.Finished && i.Status != WorkflowStatus.Cancelled),
        InstanceFilter.Ended => found.Where(i => i.Status == WorkflowStatus.Finished || i.Status == WorkflowStatus.Cancelled),
        InstanceFilter.Stopped => found.Where(i => i.Status == WorkflowStatus.Suspended || i.Status == WorkflowStatus.Faulted
            || db.WorkflowWaits.Any(w => w.InstanceId == i.Id && w.IsIncident)),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };
}
