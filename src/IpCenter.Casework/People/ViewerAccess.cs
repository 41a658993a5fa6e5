using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>Reads what a signed-in person may see and do today.</summary>
public sealed class ViewerAccess(CaseworkDbContext db, TimeProvider clock)
{
    public async Task<Viewer> ForAsync(Guid personId, IEnumerable<string> roles, CancellationToken ct)
    {
        var person = await db.Users.AsNoTracking()
            .Where(p => p.Id == personId)
            .Select(p => new { p.DisplayName, p.CourtId })
            .SingleOrDefaultAsync(ct);
        if (person is null)
            return Viewer.Anonymous;
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        var mandates = await db.Mandates.AsNoTracking()
            .Where(m => m.PersonId == personId)
            .Where(Mandate.InForceOn(today))
            .ToListAsync(ct);
        var powers = mandates.GroupBy(m => m.FirmId).ToDictionary(g => g.Key, g => g.Max(m => m.Power));
        var absent = await db.Absences.AsNoTracking()
            .Where(a => a.SubstituteId == personId && a.From <= today && a.To >= today && a.CancelledAt == null)
            .Select(a => a.PersonId)
            .ToListAsync(ct);
        return new(personId, person.DisplayName, roles.ToHashSet(), powers, person.CourtId) { StandsInFor = absent.ToHashSet() };
    }
}
