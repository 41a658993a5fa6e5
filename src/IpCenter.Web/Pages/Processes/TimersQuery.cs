using System.Globalization;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Processes;

/// <summary>A timer, or a system task that waits for its next attempt.</summary>
public sealed record PendingTimer(
    Guid Id, Guid InstanceId, string DefinitionId, int DefinitionVersion, string ActivityId, WaitKind Kind, DateTimeOffset DueAt, int Attempts, ProcessCase? Case);

/// <summary>The place of a row in the order of the list: the next page begins behind it.</summary>
public readonly record struct TimerPlace(DateTimeOffset DueAt, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DueAt.ToUnixTimeMilliseconds()}_{Id:N}");

    /// <summary>Reads what <see cref="ToString"/> wrote; <c>null</c> for anything else, which is the first page.</summary>
    public static TimerPlace? Parse(string? text) =>
        text?.Split('_') is [var due, var id]
        && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && Guid.TryParseExact(id, "N", out var wait)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), wait)
            : null;
}

/// <param name="Next">Where the next page begins; <c>null</c> on the last.</param>
public sealed record TimerPage(IReadOnlyList<PendingTimer> Rows, TimerPlace? Next);

/// <summary>Reads what the runner will wake up for, the next first; each page begins at a place in the index, however far down.</summary>
public sealed class TimersQuery(CaseworkDbContext db, ProcessCasesQuery cases)
{
    public const int PageSize = 50;

    public async Task<TimerPage> ReadAsync(TimerPlace? after, Viewer viewer, CancellationToken ct)
    {
        var pending = db.WorkflowWaits.AsNoTracking()
            .Where(w => w.DueAt != null && !w.IsIncident && (w.Kind == WaitKind.Timer || (w.Kind == WaitKind.SystemTask && w.Attempts > 0)));
        if (after is { } place)
            pending = pending.Where(w => w.DueAt >= place.DueAt && (w.DueAt > place.DueAt || w.Id > place.Id));
        var rows = await (
            from wait in pending.OrderBy(w => w.DueAt).ThenBy(w => w.Id).Take(PageSize + 1)
            join instance in db.WorkflowInstances.AsNoTracking() on wait.InstanceId equals instance.Id
            orderby wait.DueAt, wait.Id
            select new { Wait = wait, instance.DefinitionId, instance.DefinitionVersion }).ToListAsync(ct);
        var hasMore = rows.Count > PageSize;
        if (hasMore)
            rows.RemoveAt(PageSize);
        var files = await cases.ReadAsync(rows.Select(r => r.Wait.CorrelationId), viewer, ct);
        return new(
            [.. rows.Select(r => new PendingTimer(
                r.Wait.Id, r.Wait.InstanceId, r.DefinitionId, r.DefinitionVersion, r.Wait.ActivityId, r.Wait.Kind, r.Wait.DueAt!.Value, r.Wait.Attempts,
                files.GetValueOrDefault(r.Wait.CorrelationId)))],
            hasMore ? new(rows[^1].Wait.DueAt!.Value, rows[^1].Wait.Id) : null);
    }
}
