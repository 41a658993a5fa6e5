using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>A firm that bears a code without ever having been recorded.</summary>
public sealed record ClaimedCode(Firm Firm, IReadOnlyList<string> Owners, DateTimeOffset ClaimedAt, RecordalStatus? Recordal, bool WasRecorded);

/// <summary>
/// Takes a unified social credit code from whoever named it without being that firm, so that the firm itself can ask to be
/// recorded. Only while the centre has never approved a recordal under it. What the claimant has begun stays theirs.
/// </summary>
public sealed class FreeCreditCode(CaseworkDbContext db, AuditTrail audit, NoticeSending notices)
{
    public const string Notice = "credit-code-freed";

    /// <summary>The trail's action; by it the same people are refused the same code.</summary>
    public const string Freed = "firm.code-freed";

    public const int ReasonLength = 1000;

    private static readonly string[] MayFree = [Roles.Supervisor, Roles.Admin];

    /// <summary>Who bears a code; <c>null</c> where nobody does or the viewer may not ask.</summary>
    public async Task<ClaimedCode?> FindAsync(string? code, Viewer viewer, CancellationToken ct)
    {
        var wanted = (code ?? "").Trim().ToUpperInvariant();
        if (!viewer.IsAny(MayFree) || wanted.Length == 0 || await db.Firms.AsNoTracking().SingleOrDefaultAsync(f => f.CreditCode == wanted, ct) is not { } firm)
            return null;
        var owners = await (
            from mandate in db.Mandates.AsNoTracking()
            join person in db.Users.AsNoTracking() on mandate.PersonId equals person.Id
            where mandate.FirmId == firm.Id && mandate.Kind == MandateKind.Member && mandate.ConsentedAt != null && mandate.RevokedAt == null
            select person.DisplayName).ToListAsync(ct);
        var recordals = await db.Recordals.AsNoTracking().Where(r => r.FirmId == firm.Id).ToListAsync(ct);
        return new(firm, [.. owners.Order(StringComparer.Ordinal)], firm.CreatedAt, recordals.MaxBy(r => (r.SubmittedAt, r.TrailPlace))?.Status, await FirmRecord.ExistsAsync(db, firm.Id, ct));
    }

    public async Task<Result<Firm>> ExecuteAsync(string? code, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(code, viewer, ct) is not { } claimed)
            return new RuleViolation("code.not-claimed", "code");
        if (claimed.WasRecorded)
            return new RuleViolation("code.recorded", "code");
        // A form counts the end of a line once and sends two characters.
        var why = (reason ?? "").ReplaceLineEndings("\n").Trim();
        if (why.Length == 0)
            return new RuleViolation("reason.required", "reason");
        if (why.Length > ReasonLength)
            return new RuleViolation("note.too-long", "reason", $"{ReasonLength}");

        var firm = await db.Firms.SingleAsync(f => f.Id == claimed.Firm.Id, ct);
        var freed = firm.CreditCode;
        firm.CreditCode = "";
        foreach (var asked in await db.Recordals.Where(r => r.FirmId == firm.Id && r.Status == RecordalStatus.Submitted).ToListAsync(ct))
            asked.Decide(RecordalStatus.Refused, why, null, viewer.PersonId!.Value, actor.At);
        audit.Record(actor.Because(why), Freed, $"firm:{firm.Id}", null, AuditVisibility.Parties, ("firm", firm.Name), ("code", freed));
        await notices.ToFirmAsync(firm.Id, null, Notice,
            [("firm", firm.Name), ("code", freed), ("reason", why), ("toFirm", $"{firm.Id}")], actor.At, ct);
        return firm;
    }
}
