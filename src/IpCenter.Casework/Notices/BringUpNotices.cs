using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Notices;

/// <summary>
/// A formal notice that nobody of the firm acknowledged in its time is brought up again, once: it stands on top of everybody's
/// notices, and the town officer may tell the firm. That it was done is kept with the notice, so doing it again changes nothing.
/// </summary>
public sealed partial class BringUpNotices(IServiceScopeFactory scopes, ILogger<BringUpNotices> log)
{
    /// <summary>Gives how many notices were brought up, each counted once however many people have it.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var brought = 0;
        foreach (var dispatch in await DueAsync(now, ct))
            if (await BringUpAsync(dispatch, now, ct))
                brought++;
        return brought;
    }

    private async Task<List<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        return await db.Notices.AsNoTracking()
            .Where(n => n.AcknowledgeBy < now && n.AcknowledgedAt == null && n.BroughtUpAt == null
                && !db.Notices.Any(other => other.DispatchId == n.DispatchId && other.AcknowledgedAt != null))
            .Select(n => n.DispatchId).Distinct().ToListAsync(ct);
    }

    private async Task<bool> BringUpAsync(Guid dispatch, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        try
        {
            var notices = await db.Notices.Where(n => n.DispatchId == dispatch).ToListAsync(ct);
            if (notices.Any(n => n.AcknowledgedAt is not null || n.BroughtUpAt is not null))
                return false;
            notices.ForEach(n => n.BringUp(now));
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(
                Actor.System(now, "deadline"), "notice.brought-up", $"notice:{notices[0].Id}", notices[0].CaseId, AuditVisibility.Parties, ("notice", notices[0].Template));
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One notice that cannot be brought up holds up no other.
            NotBroughtUp(log, dispatch, e);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The notice {Dispatch} could not be brought up; it will be tried again.")]
    private static partial void NotBroughtUp(ILogger log, Guid dispatch, Exception e);
}
