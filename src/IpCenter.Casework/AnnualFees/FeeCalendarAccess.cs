using System.Security.Cryptography;
using System.Text;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AnnualFees;

/// <summary>Gives a person the secret address of a calendar, takes it back, and finds whose it is.</summary>
public sealed class FeeCalendarAccess(CaseworkDbContext db, AuditTrail audit)
{
    private const int KeyLength = 40;

    /// <summary>A new key, told once; the one before no longer works.</summary>
    public async Task<Result<string>> OpenAsync(Actor actor, CancellationToken ct)
    {
        await RevokeAllAsync(actor, ct);
        var key = RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);
        db.FeeCalendarAddresses.Add(new FeeCalendarAddress
        {
            Id = Guid.CreateVersion7(actor.At),
            PersonId = actor.PersonId!.Value,
            KeyHash = HashOf(key),
            CreatedAt = actor.At,
        });
        audit.Record(actor, "fee-calendar.opened", $"person:{actor.PersonId}");
        return key;
    }

    /// <summary>Gives whether there was one.</summary>
    public async Task<Result<bool>> RevokeAsync(Actor actor, CancellationToken ct)
    {
        var any = await RevokeAllAsync(actor, ct);
        if (any)
            audit.Record(actor, "fee-calendar.revoked", $"person:{actor.PersonId}");
        return any;
    }

    public Task<FeeCalendarAddress?> OfAsync(Guid personId, CancellationToken ct) =>
        db.FeeCalendarAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == personId && a.RevokedAt == null, ct);

    /// <summary>The firms whose cases the owner of a key may see now; <c>null</c>: there is no such key any more.</summary>
    public async Task<IReadOnlySet<Guid>?> FirmsAsync(string key, DateTimeOffset now, CancellationToken ct)
    {
        var hash = HashOf(key);
        var person = await (
            from address in db.FeeCalendarAddresses.AsNoTracking()
            join owner in db.Users.AsNoTracking() on address.PersonId equals owner.Id
            where address.KeyHash == hash && address.RevokedAt == null && (owner.LockoutEnd == null || owner.LockoutEnd < Person.LockedForGood)
            select (Guid?)owner.Id).SingleOrDefaultAsync(ct);
        if (person is null)
            return null;
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.PersonId == person).Where(Mandate.InForceOn(ChinaTime.DateOf(now))).ToListAsync(ct);
        return mandates.Where(m => m.Power >= FirmPower.Read).Select(m => m.FirmId).ToHashSet();
    }

    private async Task<bool> RevokeAllAsync(Actor actor, CancellationToken ct)
    {
        var open = await db.FeeCalendarAddresses.Where(a => a.PersonId == actor.PersonId && a.RevokedAt == null).ToListAsync(ct);
        open.ForEach(a => a.Revoke(actor.At));
        return open.Count > 0;
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
