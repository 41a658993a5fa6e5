using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>An invitation and what its link holds, which is told this once.</summary>
public sealed record SentInvitation(FirmInvitation Invitation, string Token);

/// <summary>
/// The owners of a firm say who of its people does what: invite a colleague, change a role, part with somebody. Everybody may
/// leave. The last owner stays: a firm without one could neither renew its recordal nor take a consent back.
/// </summary>
public sealed class GovernFirmPeople(CaseworkDbContext db, ReferenceLibrary reference, NoticeSending notices, AuditTrail audit)
{
    public const int NameLength = 50;

    /// <param name="id">Given by the form, so that a double click invites once; the link is told with the first only.</param>
    public async Task<Result<SentInvitation>> InviteAsync(Guid id, Guid firmId, string invited, FirmPower power, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Governs(firmId))
            return new RuleViolation("firm.owner-only");
        List<RuleViolation> violations = [];
        if (string.IsNullOrWhiteSpace(invited))
            violations.Add(new("field.required", "invited"));
        else if (invited.Trim().Length > NameLength)
            violations.Add(new("firm.name-length", "invited", $"{NameLength}"));
        if (!IsRole(power))
            violations.Add(new("firm.role", "power"));
        if (await db.FirmInvitations.AnyAsync(i => i.Id == id, ct))
            violations.Add(new("invitation.sent"));
        if (violations.Count > 0)
            return violations;

        var token = FirmInvitation.MakeToken();
        var invitation = new FirmInvitation
        {
            Id = id,
            FirmId = firmId,
            Invited = invited.Trim(),
            Power = power,
            InvitedBy = viewer.PersonId!.Value,
            InvitedAt = actor.At,
            ExpiresAt = actor.At.AddHours(reference.Recordals.Invitations.ValidHours),
            TokenHash = FirmInvitation.HashOf(token),
        };
        db.FirmInvitations.Add(invitation);
        Record(actor, "firm.invited", firmId, ("person", invitation.Invited), ("power", $"{power}"));
        return new SentInvitation(invitation, token);
    }

    public async Task<Result<FirmInvitation>> RevokeInvitationAsync(Guid invitationId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.FirmInvitations.FindAsync([invitationId], ct) is not { } invitation || !viewer.Governs(invitation.FirmId))
            return new RuleViolation("invitation.gone");
        if (invitation.AcceptedAt is not null)
            return new RuleViolation("invitation.accepted-already", null, invitation.Invited);
        if (invitation.RevokedAt is not null)
            return invitation;
        invitation.Revoke(actor.At);
        Record(actor, "firm.invitation-revoked", invitation.FirmId, ("person", invitation.Invited));
        return invitation;
    }

    public async Task<Result<Mandate>> ChangeRoleAsync(Guid mandateId, FirmPower power, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await MemberAsync(mandateId, viewer, actor.At, ct) is not { } member)
            return new RuleViolation("firm.no-such-person");
        if (!viewer.Governs(member.FirmId))
            return new RuleViolation("firm.owner-only");
        if (!IsRole(power))
            return new RuleViolation("firm.role", "power");
        if (power == member.Power)
            return member;
        if (power < FirmPower.Govern && !await FirmHousehold.MayLoseAsync(db, member, actor.At, ct))
            return new RuleViolation("firm.last-owner", "power");
        member.Grant(power);
        Record(actor, "firm.role-changed", member.FirmId, ("person", await NameAsync(member.PersonId, ct)), ("power", $"{power}"));
        if (member.PersonId != viewer.PersonId)
            notices.Send([member.PersonId], null, $"firm-role-{power.ToString().ToLowerInvariant()}",
                [("firm", await FirmNameAsync(member.FirmId, ct)), ("toFirm", $"{member.FirmId}")], actor.At);
        return member;
    }

    /// <summary>Parts with one of the firm's people, or leaves.</summary>
    public async Task<Result<Mandate>> RemoveAsync(Guid mandateId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await MemberAsync(mandateId, viewer, actor.At, ct) is not { } member)
            return new RuleViolation("firm.no-such-person");
        var leaves = member.PersonId == viewer.PersonId;
        if (!leaves && !viewer.Governs(member.FirmId))
            return new RuleViolation("firm.owner-only");
        if (!await FirmHousehold.MayLoseAsync(db, member, actor.At, ct))
            return new RuleViolation("firm.last-owner");
        member.Revoke(viewer.PersonId!.Value, actor.At);
        Record(actor, leaves ? "firm.left" : "firm.person-removed", member.FirmId, ("person", await NameAsync(member.PersonId, ct)));
        if (!leaves)
            notices.Send([member.PersonId], null, "firm-removed", [("firm", await FirmNameAsync(member.FirmId, ct))], actor.At);
        return member;
    }

    /// <summary>A person of the firm, for its own people; for others there is none.</summary>
    private async Task<Mandate?> MemberAsync(Guid mandateId, Viewer viewer, DateTimeOffset at, CancellationToken ct) =>
        await db.Mandates.FindAsync([mandateId], ct) is { Kind: MandateKind.Member } member
            && viewer.Sees(member.FirmId) && member.IsInForceOn(ChinaTime.DateOf(at)) ? member : null;

    private static bool IsRole(FirmPower power) => power is FirmPower.Govern or FirmPower.Act or FirmPower.Read;

    private void Record(Actor actor, string action, Guid firmId, params (string Key, string? Value)[] detail) =>
        audit.Record(actor with { OnBehalfOfFirmId = firmId }, action, $"firm:{firmId}", null, AuditVisibility.Parties, detail);

    private Task<string> NameAsync(Guid person, CancellationToken ct) => db.Users.Where(p => p.Id == person).Select(p => p.DisplayName).SingleAsync(ct);

    private Task<string> FirmNameAsync(Guid firm, CancellationToken ct) => db.Firms.Where(f => f.Id == firm).Select(f => f.Name).SingleAsync(ct);
}
