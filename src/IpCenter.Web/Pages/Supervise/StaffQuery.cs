using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Somebody of the house with what lies on the desk.</summary>
/// <param name="AwayUntil">The last day of an absence that is running.</param>
public sealed record StaffMember(Guid Id, string Name, int Open, DateOnly? AwayUntil = null);

/// <summary>Who works a queue, the one with the least on the desk first.</summary>
public sealed class StaffQuery(CaseworkDbContext db, NoticeSending sending)
{
    public async Task<IReadOnlyList<StaffMember>> OfQueueAsync(string queue, DateTimeOffset now, CancellationToken ct)
    {
        var ids = await sending.PeopleAsync(TaskDesk.RolesOf(queue), null, ct);
        var people = await db.Users.AsNoTracking().Where(p => ids.Contains(p.Id) && (p.LockoutEnd == null || p.LockoutEnd < Person.LockedForGood))
            .Select(p => new { p.Id, p.DisplayName }).ToListAsync(ct);
        var open = await db.WorkItems.AsNoTracking()
            .Where(w => w.AssigneeId != null && w.CompletedAt == null && w.CancelledAt == null)
            .GroupBy(w => w.AssigneeId!.Value)
            .Select(g => new { Person = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Person, g => g.Count, ct);
        var today = ChinaTime.DateOf(now);
        var away = (await db.Absences.AsNoTracking().Where(a => a.From <= today && a.To >= today && a.CancelledAt == null)
            .Select(a => new { a.PersonId, a.To }).ToListAsync(ct)).ToLookup(a => a.PersonId, a => (DateOnly?)a.To);
        return [.. people.Select(p => new StaffMember(p.Id, p.DisplayName, open.GetValueOrDefault(p.Id), away[p.Id].Max()))
            .OrderBy(p => p.AwayUntil is not null).ThenBy(p => p.Open).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }
}
