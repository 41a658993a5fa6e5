using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>Reads what a signed-in person may see and do.</summary>
public sealed class ViewerAccess(CaseworkDbContext db)
{
    public async Task<Viewer> ForAsync(Guid personId, IEnumerable<string> roles, CancellationToken ct)
    {
        var person = await db.Users.AsNoTracking()
            .Where(p => p.Id == personId)
            .Select(p => new { p.DisplayName, p.CourtId })
            .SingleOrDefaultAsync(ct);
        if (person is null)
            return Viewer.Anonymous;
        var firms = await db.Mandates.AsNoTracking()
            .Where(m => m.PersonId == personId && m.ConsentedAt != null && m.RevokedAt == null)
            .Select(m => m.FirmId)
            .ToListAsync(ct);
        return new(personId, person.DisplayName, roles.ToHashSet(), firms.ToHashSet(), person.CourtId);
    }
}
