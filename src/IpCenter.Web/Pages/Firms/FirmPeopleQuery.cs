using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Firms;

/// <summary>A mandate with the name of whoever holds it or asks for it.</summary>
public sealed record FirmPerson(Mandate Mandate, string Name)
{
    public Guid Id => Mandate.Id;
}

/// <summary>The people of a firm: its own, those invited, and those who help it.</summary>
public sealed class FirmPeopleQuery(CaseworkDbContext db)
{
    /// <summary>The firm's own people, who governs it first.</summary>
    public async Task<IReadOnlyList<FirmPerson>> MembersAsync(Guid firmId, DateTimeOffset now, CancellationToken ct)
    {
        var members = await PeopleAsync(db.Mandates
            .Where(m => m.FirmId == firmId && m.Kind == MandateKind.Member).Where(Mandate.InForceOn(ChinaTime.DateOf(now))), ct);
        return [.. members.OrderByDescending(m => m.Mandate.Power).ThenBy(m => m.Mandate.ConsentedAt)];
    }

    /// <summary>Agents and town officers: who asks, who may, who might.</summary>
    public async Task<IReadOnlyList<FirmPerson>> HelpersAsync(Guid firmId, CancellationToken ct)
    {
        var helpers = await PeopleAsync(db.Mandates.Where(m => m.FirmId == firmId && m.Kind != MandateKind.Member), ct);
        return [.. helpers.OrderByDescending(h => h.Mandate.RequestedAt)];
    }

    public async Task<FirmPerson?> FindAsync(Guid firmId, Guid mandateId, CancellationToken ct) =>
        (await PeopleAsync(db.Mandates.Where(m => m.FirmId == firmId && m.Id == mandateId), ct)).SingleOrDefault();

    /// <summary>Invitations that still open.</summary>
    public Task<List<FirmInvitation>> InvitationsAsync(Guid firmId, DateTimeOffset now, CancellationToken ct) => db.FirmInvitations.AsNoTracking()
        .Where(i => i.FirmId == firmId && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
        .OrderByDescending(i => i.InvitedAt)
        .ToListAsync(ct);

    private async Task<List<FirmPerson>> PeopleAsync(IQueryable<Mandate> mandates, CancellationToken ct) => await (
        from mandate in mandates.AsNoTracking()
        join person in db.Users.AsNoTracking() on mandate.PersonId equals person.Id
        select new FirmPerson(mandate, person.DisplayName)).ToListAsync(ct);
}
