using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Calendars;

/// <summary>Puts the newest published edition in force in this process, without a restart; every node does it for itself.</summary>
public sealed class CalendarEditions(IServiceScopeFactory scopes, ReferenceLibrary reference)
{
    /// <summary>The newest edition that this process counts with.</summary>
    public int InForce => reference.Calendar.Edition;

    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var newest = await db.CalendarEditions.MaxAsync(e => (int?)e.Number, ct) ?? 0;
        if (newest > reference.Calendar.Edition)
            reference.Calendars.Take(reference.Calendars.With(await ReadAsync(db, ct)));
    }

    internal static async Task<List<(int Edition, CalendarYear Year)>> ReadAsync(CaseworkDbContext db, CancellationToken ct)
    {
        var stored = await db.CalendarEditions.AsNoTracking().OrderBy(e => e.Number).ToListAsync(ct);
        return [.. stored.Select(e => (e.Number, e.ToYear()))];
    }
}
