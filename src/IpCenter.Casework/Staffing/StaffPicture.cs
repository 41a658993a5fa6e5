using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>Reads who works the queues of the house. Whose account is closed works nothing; a lock of minutes after wrong passwords, which anybody can bring about, changes nothing.</summary>
public sealed class StaffPicture(CaseworkDbContext db)
{
    private static readonly IReadOnlyList<string> HouseRoles = [.. Queues.OfTheHouse.SelectMany(TaskDesk.RolesOf).Distinct()];

    /// <param name="now">Absences that ended before this day are left out.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IReadOnlyList<StaffFacts>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var links = await (
            from link in db.UserRoles.AsNoTracking()
            join role in db.Roles on link.RoleId equals role.Id
            join person in db.Users on link.UserId equals person.Id
            where HouseRoles.Contains(role.Name!) && (person.LockoutEnd == null || person.LockoutEnd < Person.LockedForGood)
            select new { person.Id, person.DisplayName, Role = role.Name! }).ToListAsync(ct);
        var skills = (await db.ClassSkills.AsNoTracking().ToListAsync(ct)).ToLookup(s => s.PersonId);
        var absences = (await db.Absences.AsNoTracking().Where(a => a.CancelledAt == null && a.To >= today).ToListAsync(ct)).ToLookup(a => a.PersonId);
        return
        [
            .. links.GroupBy(l => (l.Id, l.DisplayName))
                .Select(g => new StaffFacts(
                    g.Key.Id, g.Key.DisplayName, g.Select(l => l.Role).ToHashSet(),
                    [.. skills[g.Key.Id].OrderBy(s => s.Code, StringComparer.Ordinal)], [.. absences[g.Key.Id].OrderBy(a => a.From)]))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id),
        ];
    }
}
