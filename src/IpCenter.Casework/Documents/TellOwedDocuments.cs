using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Documents;

/// <summary>
/// Reminds the firm before the clock of a document runs out, and tells firm and examiner when it has. The telling is kept with
/// the document and saved together with its notices: once each, also after a kill and when two do it at the same time.
/// Nothing is closed.
/// </summary>
public sealed partial class TellOwedDocuments(IServiceScopeFactory scopes, ILogger<TellOwedDocuments> log)
{
    public const string Reminder = "document-reminder";
    public const string Lapsed = "document-lapsed";
    public const string LapsedForStaff = "document-overdue";

    /// <summary>Tells all that is due; gives how many documents it was about.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var told = 0;
        foreach (var id in await DueAsync(now, ct))
            if (await TellAsync(id, now, ct))
                told++;
        return told;
    }

    private async Task<List<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        return await (
            from owed in db.OwedDocuments.AsNoTracking()
            join file in db.Cases.AsNoTracking() on owed.CaseId equals file.Id
            where file.ClosedAt == null && (owed.State == OwedState.Owed || owed.State == OwedState.Returned)
                && ((owed.WarnAt <= now && owed.RemindedAt == null && owed.LapseToldAt == null) || (owed.DueAt < now && owed.LapseToldAt == null))
            orderby owed.DueAt
            select owed.Id).ToListAsync(ct);
    }

    private async Task<bool> TellAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (!await TellAsync(scope.ServiceProvider, id, now, ct))
                return false;
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One document that cannot be told of holds up no other.
            NotTold(log, id, e);
            return false;
        }
    }

    /// <summary>Whether there is anything to be saved.</summary>
    private static async Task<bool> TellAsync(IServiceProvider services, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<CaseworkDbContext>();
        var sending = services.GetRequiredService<NoticeSending>();
        var owed = (await db.OwedDocuments.FindAsync([id], ct))!;
        var file = (await db.Cases.FindAsync([owed.CaseId], ct))!;
        // Somebody else told, or the document came, between the list and now.
        if (!owed.IsOutstanding || owed.LapseToldAt is not null || (owed.DueAt >= now && owed.RemindedAt is not null))
            return false;
        if (owed.DueAt < now)
        {
            owed.TellLapse(now);
            await sending.ToFirmAsync(file.FirmId, file, Lapsed, [("document", owed.Kind)], now, ct);
            sending.Send(await StaffOfAsync(db, sending, file, ct), file, LapsedForStaff, [("document", owed.Kind)], now);
            services.GetRequiredService<AuditTrail>().Record(
                Actor.System(now, "deadline"), "document.lapsed", $"case:{file.Id}", file.Id, AuditVisibility.Parties, ("document", owed.Kind));
        }
        else
        {
            owed.Remind(now);
            await sending.ToFirmAsync(file.FirmId, file, Reminder, [("document", owed.Kind), ("due", ProcessDay(owed.DueAt))], now, ct);
        }
        return true;
    }

    /// <summary>Whoever has or had the examination of the case; where nobody took it, all who may.</summary>
    private static async Task<IReadOnlyCollection<Guid>> StaffOfAsync(CaseworkDbContext db, NoticeSending sending, CaseFile file, CancellationToken ct)
    {
        var last = await db.WorkItems.AsNoTracking()
            .Where(w => w.CaseId == file.Id && w.Queue == Queues.Examination && (w.CompletedBy != null || w.AssigneeId != null))
            .OrderByDescending(w => w.CreatedAt).ThenBy(w => w.CompletedAt != null || w.CancelledAt != null).ThenByDescending(w => w.CompletedAt)
            .Select(w => w.CompletedBy ?? w.AssigneeId)
            .FirstOrDefaultAsync(ct);
        return last is { } examiner ? [examiner] : await sending.PeopleAsync([Roles.Examiner, Roles.Supervisor], null, ct);
    }

    private static string ProcessDay(DateTimeOffset at) => Clocks.ChinaTime.DateOf(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(1, LogLevel.Error, "Nobody could be told of the owed document {Document}; it will be tried again.")]
    private static partial void NotTold(ILogger log, Guid document, Exception e);
}
