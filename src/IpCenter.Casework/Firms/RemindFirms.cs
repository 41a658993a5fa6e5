using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Firms;

/// <summary>
/// Tells firms and their helpers that a recordal or a mandate ends soon, or has ended. What was told is stored under a unique key
/// in the same save as the notice, so it may be run at any time, again, and by several at once. After a pause only the nearest
/// reminder is sent.
/// </summary>
public sealed partial class RemindFirms(IServiceScopeFactory scopes, ReferenceLibrary reference, ILogger<RemindFirms> log)
{
    /// <summary>An end that lies further back was before the centre reminded anybody.</summary>
    private const int DaysLookedBack = 30;

    /// <returns>How many were told of.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var due = await DueAsync(today, ct);
        var told = 0;
        foreach (var reminder in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                if (await TellAsync(scope.ServiceProvider, reminder, now, ct))
                    told++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One firm that cannot be told holds up no other.
                NotTold(log, reminder.SubjectId, e);
            }
        }
        return told;
    }

    private async Task<List<Due>> DueAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var sent = (await db.FirmReminders.AsNoTracking().Where(r => r.SentAt >= ChinaTime.StartOfDay(today.AddYears(-2)))
            .Select(r => new { r.SubjectId, r.Mark }).ToListAsync(ct)).Select(r => (r.SubjectId, r.Mark)).ToHashSet();
        List<Due> due = [.. await RecordalsAsync(db, today, ct), .. await MandatesAsync(db, today, ct)];
        return [.. due.Where(d => !sent.Contains((d.SubjectId, d.Mark)))];
    }

    private async Task<List<Due>> RecordalsAsync(CaseworkDbContext db, DateOnly today, CancellationToken ct)
    {
        var term = reference.Recordals.Term;
        var (from, to) = (today.AddDays(-DaysLookedBack), today.AddDays(term.ReminderDays is [var first, ..] ? first : 0));
        var ending = await db.Recordals.AsNoTracking()
            .Where(r => (r.Status == RecordalStatus.Approved || r.Status == RecordalStatus.Suspended) && r.ValidUntil >= from && r.ValidUntil <= to)
            .ToListAsync(ct);
        var firms = ending.Select(r => r.FirmId).ToList();
        var all = (await db.Recordals.AsNoTracking().Where(r => firms.Contains(r.FirmId)).ToListAsync(ct)).ToLookup(r => r.FirmId);
        List<Due> due = [];
        foreach (var recordal in ending)
        {
            var standing = FirmStanding.Of(all[recordal.FirmId], today, term);
            var left = recordal.ValidUntil!.Value.DayNumber - today.DayNumber;
            if (left < 0 && standing.Current is null)
                due.Add(new(recordal.FirmId, recordal.Id, FirmReminder.Ended, "recordal-expired", recordal.ValidUntil.Value, null));
            else if (left >= 0 && standing.State == StandingState.InForce && standing.Current?.Id == recordal.Id && standing.Pending is null && standing.Next is null
                && term.ReminderDays.Where(days => left <= days).DefaultIfEmpty(0).Min() is > 0 and var mark)
                due.Add(new(recordal.FirmId, recordal.Id, $"{mark}", "recordal-ends", recordal.ValidUntil.Value, null));
        }
        return due;
    }

    private async Task<List<Due>> MandatesAsync(CaseworkDbContext db, DateOnly today, CancellationToken ct)
    {
        var days = reference.Recordals.Mandates.ReminderDays;
        var (from, to) = (today.AddDays(-DaysLookedBack), today.AddDays(days));
        var ending = await db.Mandates.AsNoTracking()
            .Where(m => m.ConsentedAt != null && m.RevokedAt == null && m.EndsOn >= from && m.EndsOn <= to)
            .ToListAsync(ct);
        return [.. ending.Select(m => m.EndsOn < today
            ? new Due(m.FirmId, m.Id, FirmReminder.Ended, "mandate-expired", m.EndsOn!.Value, m.PersonId)
            : new Due(m.FirmId, m.Id, $"{days}", "mandate-ends", m.EndsOn!.Value, m.PersonId))];
    }

    private static async Task<bool> TellAsync(IServiceProvider services, Due due, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<CaseworkDbContext>();
        var notices = services.GetRequiredService<NoticeSending>();
        db.FirmReminders.Add(new FirmReminder { Id = Guid.CreateVersion7(now), FirmId = due.FirmId, SubjectId = due.SubjectId, Mark = due.Mark, SentAt = now });
        var firm = await db.Firms.Where(f => f.Id == due.FirmId).Select(f => f.Name).SingleAsync(ct);
        List<(string, string)> arguments = [("ends", $"{due.EndsOn:yyyy-MM-dd}"), ("firm", firm)];
        if (due.HelperId is { } helper)
        {
            notices.Send([helper], null, due.Template, arguments, now);
            await notices.ToOwnersAsync(due.FirmId, $"{due.Template}-firm", [.. arguments, ("toFirm", $"{due.FirmId}")], now, ct);
        }
        else
        {
            await notices.ToFirmAsync(due.FirmId, null, due.Template, [.. arguments, ("toFirm", $"{due.FirmId}")], now, ct);
        }
        if (due.Mark == FirmReminder.Ended)
            services.GetRequiredService<AuditTrail>().Record(
                Actor.System(now, "expired"), due.HelperId is null ? "recordal.expired" : "mandate.expired", $"firm:{due.FirmId}", null, AuditVisibility.Parties, ("firm", firm));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another node told it first: the key is taken, and nothing of this was saved. A real fault shows in the next look.
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Nobody could be told that {Subject} ends; it will be tried again.")]
    private static partial void NotTold(ILogger log, Guid subject, Exception e);

    /// <summary>Something to tell.</summary>
    /// <param name="HelperId">The helper of a mandate.</param>
    private sealed record Due(Guid FirmId, Guid SubjectId, string Mark, string Template, DateOnly EndsOn, Guid? HelperId);
}
