using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Firms;

/// <summary>A person who acts for a firm, or asks to.</summary>
public sealed record FirmPerson(Guid MandateId, string Name, MandateKind Kind, DateTimeOffset RequestedAt, DateTimeOffset? ConsentedAt, DateTimeOffset? RevokedAt)
{
    public bool IsWaiting => ConsentedAt is null && RevokedAt is null;

    public bool IsInForce => ConsentedAt is not null && RevokedAt is null;
}

/// <summary>A firm with its recordals, the newest first, and its people.</summary>
/// <param name="IsOwn">The viewer is one of the firm's own people and decides who acts for it.</param>
public sealed record FirmView(Firm Firm, IReadOnlyList<Recordal> Recordals, IReadOnlyList<FirmPerson> People, bool IsOwn);

/// <summary>Reads a firm for those who act for it and for the examining staff; for others it is not there.</summary>
public sealed class FirmQuery(CaseworkDbContext db)
{
    public async Task<FirmView?> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        if (!viewer.ActsFor(id) && !viewer.IsExaminingStaff)
            return null;
        if (await db.Firms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } firm)
            return null;
        var recordals = await db.Recordals.AsNoTracking().Where(r => r.FirmId == id).OrderByDescending(r => r.SubmittedAt).ToListAsync(ct);
        var mandates = await (
            from mandate in db.Mandates.AsNoTracking()
            join person in db.Users.AsNoTracking() on mandate.PersonId equals person.Id
            where mandate.FirmId == id
            orderby mandate.RequestedAt
            select new { Mandate = mandate, person.DisplayName }).ToListAsync(ct);
        return new(
            firm, recordals,
            [.. mandates.Select(m => new FirmPerson(m.Mandate.Id, m.DisplayName, m.Mandate.Kind, m.Mandate.RequestedAt, m.Mandate.ConsentedAt, m.Mandate.RevokedAt))],
            mandates.Any(m => m.Mandate is { Kind: MandateKind.Member, IsInForce: true } && m.Mandate.PersonId == viewer.PersonId));
    }

    /// <summary>The firm of a credit code; whoever asks knows the code from the licence.</summary>
    public async Task<Guid?> FindByCodeAsync(string creditCode, CancellationToken ct) =>
        await db.Firms.AsNoTracking().Where(f => f.CreditCode == creditCode).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct);

    public Task<Firm> ReadAsync(Guid id, CancellationToken ct) => db.Firms.AsNoTracking().SingleAsync(f => f.Id == id, ct);
}
