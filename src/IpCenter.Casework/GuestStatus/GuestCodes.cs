using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.GuestStatus;

/// <summary>Gives out the code of a case, renews it and takes it back. The code itself never stands in the audit trail.</summary>
public sealed class GuestCodes(CaseworkDbContext db, AuditTrail audit)
{
    /// <summary>The code of a case that is being submitted; a case that has one keeps it.</summary>
    internal async Task IssueAsync(CaseFile file, Actor actor, CancellationToken ct)
    {
        if (!await db.GuestCodes.AnyAsync(g => g.CaseId == file.Id && g.RevokedAt == null, ct))
            Add(file, actor);
    }

    /// <summary>The code in force; <c>null</c> where there is none, or the viewer is no party.</summary>
    public async Task<GuestCode?> FindAsync(Guid caseId, Viewer viewer, CancellationToken ct) =>
        await db.Cases.FindAsync([caseId], ct) is { } file && viewer.Sees(file.FirmId)
            ? await db.GuestCodes.AsNoTracking().SingleOrDefaultAsync(g => g.CaseId == caseId && g.RevokedAt == null, ct)
            : null;

    /// <summary>A new code; the old one is worth nothing from now on.</summary>
    /// <param name="seen">The code that the party saw when it asked, so that a double click makes one new code.</param>
    public async Task<Result<GuestCode>> RenewAsync(Guid caseId, Guid? seen, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await OwnCaseAsync(caseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        var current = await CurrentAsync(caseId, ct);
        if (current is not null && current.Id != seen)
            return current;
        current?.Revoke(actor.At);
        audit.Record(actor, "guest-code.renewed", $"case:{caseId}", caseId);
        return Add(file, actor);
    }

    /// <summary>Nobody learns anything by the code any more.</summary>
    public async Task<Result<CaseFile>> RevokeAsync(Guid caseId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await OwnCaseAsync(caseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (await CurrentAsync(caseId, ct) is not { } current)
            return file;
        current.Revoke(actor.At);
        audit.Record(actor, "guest-code.revoked", $"case:{caseId}", caseId);
        return file;
    }

    private async Task<CaseFile?> OwnCaseAsync(Guid caseId, Viewer viewer, CancellationToken ct) =>
        await db.Cases.FindAsync([caseId], ct) is { IsDraft: false, Kind: CaseKind.DesignApplication } file && viewer.ActsFor(file.FirmId) ? file : null;

    private Task<GuestCode?> CurrentAsync(Guid caseId, CancellationToken ct) =>
        db.GuestCodes.SingleOrDefaultAsync(g => g.CaseId == caseId && g.RevokedAt == null, ct);

    private GuestCode Add(CaseFile file, Actor actor)
    {
        var code = GuestCodeText.Draw();
        var issued = new GuestCode
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = file.Id,
            Code = code,
            Lookup = GuestCodeText.LookupOf(code),
            IssuedAt = actor.At,
        };
        db.GuestCodes.Add(issued);
        return issued;
    }
}
