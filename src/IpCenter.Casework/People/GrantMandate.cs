using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>
/// An agent or a town officer asks to act for a firm; the firm alone consents, on its own sign-in, and may
/// take it back at any time.
/// </summary>
public sealed class GrantMandate(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<Mandate>> RequestAsync(Guid id, string creditCode, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Mandates.FindAsync([id], ct) is { } existing)
            return existing;
        var kind = viewer.Is(Roles.Agent) ? MandateKind.Agent : MandateKind.TownOfficer;
        var code = creditCode.Trim().ToUpperInvariant();
        var firmId = await db.Firms.Where(f => f.CreditCode == code).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct);
        if (firmId is null)
            return new RuleViolation("mandate.no-such-firm", "creditCode");
        if (await db.Mandates.AnyAsync(m => m.FirmId == firmId && m.PersonId == viewer.PersonId && m.RevokedAt == null, ct))
            return new RuleViolation("mandate.exists", "creditCode");
        var mandate = new Mandate { Id = id, FirmId = firmId.Value, PersonId = viewer.PersonId!.Value, Kind = kind, RequestedAt = actor.At };
        db.Mandates.Add(mandate);
        audit.Record(actor, "mandate.requested", $"firm:{firmId}");
        return mandate;
    }

    public async Task<Result<Mandate>> ConsentAsync(Guid mandateId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var mandate = await OfOwnFirmAsync(mandateId, viewer, ct);
        if (mandate is null || mandate.RevokedAt is not null)
            return new RuleViolation("mandate.not-found");
        mandate.Consent(viewer.PersonId!.Value, actor.At);
        audit.Record(actor, "mandate.consented", $"firm:{mandate.FirmId}");
        return mandate;
    }

    public async Task<Result<Mandate>> RevokeAsync(Guid mandateId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var mandate = await OfOwnFirmAsync(mandateId, viewer, ct);
        if (mandate is null)
            return new RuleViolation("mandate.not-found");
        mandate.Revoke(actor.At);
        audit.Record(actor, "mandate.revoked", $"firm:{mandate.FirmId}");
        return mandate;
    }

    /// <summary>A mandate that the viewer may decide about: as a member of the firm, never as the one who asked.</summary>
    private async Task<Mandate?> OfOwnFirmAsync(Guid mandateId, Viewer viewer, CancellationToken ct)
    {
        var mandate = await db.Mandates.FindAsync([mandateId], ct);
        if (mandate is null || mandate.Kind == MandateKind.Member)
            return null;
        var isMember = await db.Mandates.AnyAsync(m =>
            m.FirmId == mandate.FirmId && m.PersonId == viewer.PersonId && m.Kind == MandateKind.Member && m.ConsentedAt != null && m.RevokedAt == null, ct);
        return isMember ? mandate : null;
    }
}
