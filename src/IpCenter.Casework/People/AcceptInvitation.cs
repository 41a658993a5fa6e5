using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>What an open invitation says to whoever holds its link.</summary>
public sealed record OpenInvitation(Guid Id, Guid FirmId, string FirmName, string InvitedBy, FirmPower Power, DateTimeOffset ExpiresAt);

/// <summary>
/// Whoever holds the link joins the firm with the role of the invitation. It opens once, until its end, and only while the one
/// who sent it still governs the firm.
/// </summary>
public sealed class AcceptInvitation(CaseworkDbContext db, NoticeSending notices, AuditTrail audit)
{
    /// <summary>The invitation of a link; <c>null</c> where it is used, ended, taken back or none, which all look alike.</summary>
    public async Task<OpenInvitation?> FindAsync(string token, DateTimeOffset now, CancellationToken ct)
    {
        if (await ReadAsync(token, ct) is not { } invitation || !invitation.IsOpenAt(now) || !await IsBackedAsync(invitation, now, ct))
            return null;
        return new(
            invitation.Id, invitation.FirmId,
            await db.Firms.Where(f => f.Id == invitation.FirmId).Select(f => f.Name).SingleAsync(ct),
            await db.Users.Where(p => p.Id == invitation.InvitedBy).Select(p => p.DisplayName).SingleAsync(ct),
            invitation.Power, invitation.ExpiresAt);
    }

    /// <summary>The firm that a person joined by the link, for who opens it again.</summary>
    public async Task<Guid?> FirmJoinedAsync(string token, Guid personId, CancellationToken ct) =>
        await ReadAsync(token, ct) is { } invitation && invitation.AcceptedBy == personId ? invitation.FirmId : null;

    /// <param name="person">Who accepts; may have been opened in the same save.</param>
    /// <param name="isOutsider">Staff of the centre and of its partners do not join firms whose cases they work on.</param>
    public async Task<Result<Mandate>> ExecuteAsync(string token, Person person, bool isOutsider, Actor actor, CancellationToken ct)
    {
        var invitation = await ReadAsync(token, ct);
        if (invitation?.AcceptedBy == person.Id)
            return await MembershipAsync(invitation.FirmId, person.Id, actor.At, ct) is { } joined ? joined : new RuleViolation("invitation.gone");
        if (invitation is null || !invitation.IsOpenAt(actor.At) || !await IsBackedAsync(invitation, actor.At, ct))
            return new RuleViolation("invitation.gone");
        if (!isOutsider)
            return new RuleViolation("invitation.staff");
        if (await MembershipAsync(invitation.FirmId, person.Id, actor.At, ct) is not null)
            return new RuleViolation("invitation.member");

        invitation.Accept(person.Id, actor.At);
        var membership = new Mandate
        {
            Id = Guid.CreateVersion7(actor.At),
            FirmId = invitation.FirmId,
            PersonId = person.Id,
            Kind = MandateKind.Member,
            RequestedAt = actor.At,
        };
        membership.Consent(invitation.InvitedBy, actor.At, invitation.Power);
        db.Mandates.Add(membership);
        var firm = await db.Firms.Where(f => f.Id == invitation.FirmId).Select(f => f.Name).SingleAsync(ct);
        await notices.ToOwnersAsync(invitation.FirmId, "invitation-accepted",
            [("firm", firm), ("person", person.DisplayName), ("toFirm", $"{invitation.FirmId}")], actor.At, ct);
        audit.Record(actor with { OnBehalfOfFirmId = invitation.FirmId }, "firm.joined", $"firm:{invitation.FirmId}", null, AuditVisibility.Parties,
            ("person", person.DisplayName), ("power", $"{invitation.Power}"));
        return membership;
    }

    private Task<FirmInvitation?> ReadAsync(string token, CancellationToken ct)
    {
        var hash = FirmInvitation.HashOf(token);
        return db.FirmInvitations.SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
    }

    private async Task<bool> IsBackedAsync(FirmInvitation invitation, DateTimeOffset now, CancellationToken ct) =>
        await MembershipAsync(invitation.FirmId, invitation.InvitedBy, now, ct) is { Power: FirmPower.Govern };

    private async Task<Mandate?> MembershipAsync(Guid firm, Guid person, DateTimeOffset now, CancellationToken ct) => await db.Mandates
        .Where(m => m.FirmId == firm && m.PersonId == person && m.Kind == MandateKind.Member)
        .Where(Mandate.InForceOn(ChinaTime.DateOf(now)))
        .FirstOrDefaultAsync(ct);
}
