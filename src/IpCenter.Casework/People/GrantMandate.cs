using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>What an agent or a town officer asks a firm for.</summary>
public sealed record MandateInput
{
    /// <summary>Given by the form, so that a double click asks once.</summary>
    public required Guid Id { get; init; }

    public required string CreditCode { get; init; }

    /// <summary>What for; the firm reads it before it decides.</summary>
    public required string Purpose { get; init; }

    public required FirmPower? Power { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly? Until { get; init; }
}

/// <summary>
/// An agent or a town officer asks to do something for a firm; its owner alone consents, on the owner's own sign-in, to what was
/// asked for or to less, and takes it back at any moment.
/// </summary>
public sealed class GrantMandate(CaseworkDbContext db, ReferenceLibrary reference, NoticeSending notices, AuditTrail audit)
{
    public const int PurposeLength = 500;

    public async Task<Result<Mandate>> RequestAsync(MandateInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Mandates.FindAsync([input.Id], ct) is { } existing)
            return existing.PersonId == viewer.PersonId ? existing : new RuleViolation("mandate.not-found");
        if (!viewer.IsAny([Roles.Agent, Roles.TownOfficer]))
            return new RuleViolation("mandate.helpers-only");
        var today = ChinaTime.DateOf(actor.At);
        var violations = Check(input, today);
        var code = input.CreditCode.Trim().ToUpperInvariant();
        // A firm whose code was freed has none: nobody finds it by that.
        var firm = code.Length == 0 ? null : await db.Firms.SingleOrDefaultAsync(f => f.CreditCode == code, ct);
        if (firm is null)
            violations.Add(new("mandate.no-such-firm", "creditCode"));
        else if (await db.Mandates.AnyAsync(m => m.FirmId == firm.Id && m.PersonId == viewer.PersonId && m.RevokedAt == null && (m.EndsOn == null || m.EndsOn >= today), ct))
            violations.Add(new("mandate.exists", "creditCode"));
        if (violations.Count > 0)
            return violations;

        var mandate = new Mandate
        {
            Id = input.Id,
            FirmId = firm!.Id,
            PersonId = viewer.PersonId!.Value,
            Kind = viewer.Is(Roles.Agent) ? MandateKind.Agent : MandateKind.TownOfficer,
            RequestedAt = actor.At,
            AskedPower = input.Power,
            AskedUntil = input.Until,
            Purpose = input.Purpose.Trim(),
        };
        db.Mandates.Add(mandate);
        await notices.ToOwnersAsync(firm.Id, "mandate-requested", [("firm", firm.Name), ("person", viewer.Name), ("toMandate", $"{firm.Id}/mandates/{mandate.Id}")], actor.At, ct);
        Record(actor.Because(mandate.Purpose), "mandate.requested", mandate, viewer.Name);
        return mandate;
    }

    /// <param name="power">At most what was asked for.</param>
    /// <param name="until">The last day; at latest the one that was asked for.</param>
    public async Task<Result<Mandate>> ConsentAsync(Guid mandateId, FirmPower? power, DateOnly? until, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await OfGovernedFirmAsync(mandateId, viewer, ct) is not { } mandate)
            return new RuleViolation("mandate.not-found");
        if (!mandate.IsWaiting)
            return new RuleViolation("mandate.answered");
        var (askedPower, askedUntil) = (mandate.AskedPower ?? FirmPower.Act, mandate.AskedUntil ?? LastDay(actor.At));
        List<RuleViolation> violations = [];
        if (power is null || power > askedPower)
            violations.Add(new("mandate.wider", "power"));
        if (until is null || until > askedUntil)
            violations.Add(new("mandate.longer", "until", $"{askedUntil:yyyy-MM-dd}"));
        else if (until < ChinaTime.DateOf(actor.At))
            violations.Add(new("mandate.past", "until"));
        if (violations.Count > 0)
            return violations;
        mandate.Consent(viewer.PersonId!.Value, actor.At, power, until);
        Record(actor, "mandate.consented", mandate, await NameAsync(mandate.PersonId, ct), ("power", $"{power}"), ("until", $"{until:yyyy-MM-dd}"));
        await TellAsync(mandate, "mandate-consented", actor.At, ct);
        return mandate;
    }

    /// <summary>The firm says no, or takes back what it gave: from this moment nothing more is seen, filed or answered.</summary>
    public async Task<Result<Mandate>> RevokeAsync(Guid mandateId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await OfGovernedFirmAsync(mandateId, viewer, ct) is not { } mandate)
            return new RuleViolation("mandate.not-found");
        if (mandate.RevokedAt is not null)
            return mandate;
        var action = mandate.IsWaiting ? "refused" : "revoked";
        mandate.Revoke(viewer.PersonId!.Value, actor.At);
        Record(actor.Because(string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), $"mandate.{action}", mandate, await NameAsync(mandate.PersonId, ct));
        await TellAsync(mandate, $"mandate-{action}", actor.At, ct);
        return mandate;
    }

    /// <summary>The helper gives it back, or withdraws the request.</summary>
    public async Task<Result<Mandate>> GiveUpAsync(Guid mandateId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Mandates.FindAsync([mandateId], ct) is not { } mandate || mandate.Kind == MandateKind.Member || mandate.PersonId != viewer.PersonId)
            return new RuleViolation("mandate.not-found");
        if (mandate.RevokedAt is not null)
            return mandate;
        mandate.Revoke(viewer.PersonId!.Value, actor.At);
        Record(actor, "mandate.given-up", mandate, viewer.Name);
        await notices.ToOwnersAsync(mandate.FirmId, "mandate-given-up",
            [("firm", await FirmNameAsync(mandate.FirmId, ct)), ("person", viewer.Name), ("toFirm", $"{mandate.FirmId}")], actor.At, ct);
        return mandate;
    }

    private List<RuleViolation> Check(MandateInput input, DateOnly today)
    {
        List<RuleViolation> violations = [];
        if (string.IsNullOrWhiteSpace(input.Purpose))
            violations.Add(new("mandate.purpose", "purpose"));
        else if (input.Purpose.Trim().Length > PurposeLength)
            violations.Add(new("firm.name-length", "purpose", $"{PurposeLength}"));
        if (input.Power is not (FirmPower.Act or FirmPower.Read or FirmPower.Notices))
            violations.Add(new("mandate.power", "power"));
        if (input.Until is not { } until)
            violations.Add(new("mandate.until", "until"));
        else if (until < today)
            violations.Add(new("mandate.past", "until"));
        else if (until > today.AddDays(reference.Recordals.Mandates.LongestDays))
            violations.Add(new("mandate.too-long", "until", $"{reference.Recordals.Mandates.LongestDays}"));
        return violations;
    }

    private DateOnly LastDay(DateTimeOffset at) => ChinaTime.DateOf(at).AddDays(reference.Recordals.Mandates.LongestDays);

    /// <summary>A helper's mandate that the viewer decides about: as an owner of the firm, never as the one who asked.</summary>
    private async Task<Mandate?> OfGovernedFirmAsync(Guid mandateId, Viewer viewer, CancellationToken ct) =>
        await db.Mandates.FindAsync([mandateId], ct) is { } mandate && mandate.Kind != MandateKind.Member && mandate.PersonId != viewer.PersonId
            && viewer.Governs(mandate.FirmId) ? mandate : null;

    private async Task TellAsync(Mandate mandate, string template, DateTimeOffset at, CancellationToken ct)
    {
        List<(string, string)> arguments = [("firm", await FirmNameAsync(mandate.FirmId, ct))];
        if (mandate.IsInForceOn(ChinaTime.DateOf(at)) && mandate.Power >= FirmPower.Read)
            arguments.Add(("toFirm", $"{mandate.FirmId}"));
        notices.Send([mandate.PersonId], null, template, arguments, at);
    }

    private void Record(Actor actor, string action, Mandate mandate, string helper, params (string, string?)[] further) =>
        audit.Record(actor with { OnBehalfOfFirmId = mandate.FirmId }, action, $"firm:{mandate.FirmId}", null, AuditVisibility.Parties, [("person", helper), .. further]);

    private Task<string> NameAsync(Guid person, CancellationToken ct) => db.Users.Where(p => p.Id == person).Select(p => p.DisplayName).SingleAsync(ct);

    private Task<string> FirmNameAsync(Guid firm, CancellationToken ct) => db.Firms.Where(f => f.Id == firm).Select(f => f.Name).SingleAsync(ct);
}
