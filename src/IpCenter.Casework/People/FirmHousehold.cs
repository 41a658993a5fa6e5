using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>The rule that a firm never is without somebody who governs it.</summary>
internal static class FirmHousehold
{
    /// <summary>
    /// Whether somebody else governs the firm. Each departure of an owner changes the firm itself, so that of two that are saved
    /// at the same moment the second meets a conflict: together they could have been the last two.
    /// </summary>
    public static async Task<bool> MayLoseAsync(CaseworkDbContext db, Mandate owner, DateTimeOffset at, CancellationToken ct)
    {
        if (owner.Power < FirmPower.Govern)
            return true;
        var others = await db.Mandates
            .Where(m => m.FirmId == owner.FirmId && m.Kind == MandateKind.Member && m.PersonId != owner.PersonId)
            .Where(Mandate.InForceOn(ChinaTime.DateOf(at)))
            .ToListAsync(ct);
        var governing = others.Where(m => m.Power == FirmPower.Govern).Select(m => m.PersonId).ToList();
        if (!await db.Users.AnyAsync(p => governing.Contains(p.Id) && (p.LockoutEnd == null || p.LockoutEnd <= at), ct))
            return false;
        var firm = await db.Firms.SingleAsync(f => f.Id == owner.FirmId, ct);
        db.Entry(firm).State = EntityState.Modified;
        return true;
    }
}
