using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Reminds firm and examiners of the last day on which the national office must have an application: a week before and on the last two
/// days. That it was done stands with the application and is saved with the notices, so it is done once, also by two at a time.
/// </summary>
public sealed class TellFilingTerms(IServiceScopeFactory scopes)
{
    public const string Reminder = "term-reminder";
    public const string ReminderForStaff = "term-reminder-staff";

    /// <summary>The centre's habit, in calendar days: the term is the law's, its reminders are not.</summary>
    private const int First = 7, Second = 1;

    /// <summary>Tells all that is due; gives how many applications it was about.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var told = 0;
        foreach (var id in await DueAsync(ChinaTime.DateOf(now), ct))
            if (await TellAsync(id, now, ct))
                told++;
        return told;
    }

    private static bool IsDue(DateOnly ends, DateOnly? reminded, DateOnly today) =>
        today <= ends && (today >= ends.AddDays(-Second) ? reminded is null || reminded < ends.AddDays(-Second) : today >= ends.AddDays(-First) && reminded is null);

    private async Task<List<Guid>> DueAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var until = today.AddDays(First);
        var near = await (
            from application in db.Applications.AsNoTracking()
            join file in db.Cases.AsNoTracking() on application.Id equals file.Id
            where application.TermEndsOn != null && application.TermEndsOn >= today && application.TermEndsOn <= until
                && application.OfficeNumber == null && file.SubmittedAt != null && file.ClosedAt == null && file.WithdrawnAt == null
            orderby application.TermEndsOn, application.Id
            select new { application.Id, application.TermEndsOn, application.TermRemindedOn }).ToListAsync(ct);
        return [.. near.Where(one => IsDue(one.TermEndsOn!.Value, one.TermRemindedOn, today)).Select(one => one.Id)];
    }

    private async Task<bool> TellAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var sending = scope.ServiceProvider.GetRequiredService<NoticeSending>();
        var (application, file) = ((await db.Applications.FindAsync([id], ct))!, (await db.Cases.FindAsync([id], ct))!);
        var today = ChinaTime.DateOf(now);
        // Somebody else told, or the office has it, between the list and now.
        if (application is not { TermEndsOn: { } ends, OfficeNumber: null } || !IsDue(ends, application.TermRemindedOn, today))
            return false;
        application.RemindOfTerm(today);
        (string, string)[] words = [("due", ends.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];
        await sending.ToFirmAsync(file.FirmId, file, Reminder, words, now, ct);
        await sending.ToRolesAsync([Roles.Examiner, Roles.Supervisor], null, file, ReminderForStaff, words, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
