using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>
/// An officer lets a recordal rest, with a reason; the firm states its view; an officer lifts it, with a reason. Nothing of this
/// is ever done by the software. Cases under way are not touched.
/// </summary>
public sealed class SuspendRecordal(CaseworkDbContext db, ReferenceLibrary reference, AuditTrail audit, NoticeSending notices)
{
    public const int TextLength = 2000;

    public async Task<Result<RecordalSuspension>> SuspendAsync(Guid recordalId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var recordal = await db.Recordals.FindAsync([recordalId], ct);
        if (recordal is null || !viewer.IsExaminingStaff)
            return new RuleViolation("recordal.not-found");
        if (!recordal.IsInForce(ChinaTime.DateOf(actor.At)))
            return new RuleViolation("recordal.not-in-force");
        if (Wanting(reason, "reason") is { } wanting)
            return wanting;

        foreach (var held in await HeldAsync(recordal.FirmId, RecordalStatus.Approved, actor.At, ct))
            held.Suspend();
        // One that nobody lifted ended with the recordal that it concerned.
        if (await db.RecordalSuspensions.SingleOrDefaultAsync(s => s.FirmId == recordal.FirmId && s.LiftedAt == null, ct) is { } ended)
            ended.Lift("所涉备案已到期 / the recordal concerned has ended", viewer.Name, actor.At);
        var suspension = new RecordalSuspension
        {
            Id = Guid.CreateVersion7(actor.At),
            FirmId = recordal.FirmId,
            RecordalId = recordal.Id,
            At = actor.At,
            By = viewer.PersonId!.Value,
            ByName = viewer.Name,
            Reason = reason!.Trim(),
        };
        db.RecordalSuspensions.Add(suspension);
        await TellAsync(recordal.FirmId, "suspended", actor.Because(suspension.Reason), ct);
        return suspension;
    }

    public async Task<Result<RecordalSuspension>> LiftAsync(Guid recordalId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var recordal = await db.Recordals.FindAsync([recordalId], ct);
        if (recordal is null || !viewer.IsExaminingStaff)
            return new RuleViolation("recordal.not-found");
        if (recordal.Status != RecordalStatus.Suspended)
            return new RuleViolation("recordal.not-suspended");
        if (Wanting(reason, "reason") is { } wanting)
            return wanting;

        foreach (var held in await HeldAsync(recordal.FirmId, RecordalStatus.Suspended, actor.At, ct))
            held.Lift(ChinaTime.DateOf(held.SubmittedAt).AddYears(reference.Recordals.Term.ValidYears));
        var suspension = await db.RecordalSuspensions.SingleOrDefaultAsync(s => s.FirmId == recordal.FirmId && s.LiftedAt == null, ct) ?? Unwritten(recordal);
        suspension.Lift(reason!.Trim(), viewer.Name, actor.At);
        await TellAsync(recordal.FirmId, "lifted", actor.Because(suspension.LiftReason), ct);
        return suspension;
    }

    /// <summary>The firm's own view, which the officer reads; it may be written anew until the suspension is lifted.</summary>
    public async Task<Result<RecordalSuspension>> StateAsync(Guid suspensionId, string? statement, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.RecordalSuspensions.FindAsync([suspensionId], ct) is not { } suspension || !viewer.Sees(suspension.FirmId))
            return new RuleViolation("recordal.not-found");
        if (!viewer.Governs(suspension.FirmId))
            return new RuleViolation("firm.owner-only");
        if (!suspension.IsOpen)
            return new RuleViolation("recordal.not-suspended");
        if (Wanting(statement, "statement") is { } wanting)
            return wanting;
        suspension.State(statement!.Trim(), viewer.Name, actor.At);
        audit.Record(actor with { OnBehalfOfFirmId = suspension.FirmId }, "recordal.stated", $"firm:{suspension.FirmId}");
        var firm = await FirmNameAsync(suspension.FirmId, ct);
        notices.Send([suspension.By], null, "recordal-stated", [("firm", firm), ("toRecordal", $"{suspension.RecordalId}")], actor.At);
        return suspension;
    }

    private static RuleViolation? Wanting(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? new RuleViolation(field == "reason" ? "reason.required" : "field.required", field)
        : text.Trim().Length > TextLength ? new RuleViolation("firm.name-length", field, $"{TextLength}")
        : null;

    /// <summary>What the firm holds now, and the renewal that follows.</summary>
    private async Task<List<Recordal>> HeldAsync(Guid firmId, RecordalStatus status, DateTimeOffset at, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(at);
        var held = await db.Recordals.Where(r => r.FirmId == firmId && r.Status == status).ToListAsync(ct);
        return [.. held.Where(r => status == RecordalStatus.Suspended || r.ValidUntil is null || today <= r.ValidUntil)];
    }

    /// <summary>Suspensions from before they were written down have their reason in the decision.</summary>
    private RecordalSuspension Unwritten(Recordal recordal)
    {
        var suspension = new RecordalSuspension
        {
            Id = Guid.CreateVersion7(recordal.DecidedAt!.Value),
            FirmId = recordal.FirmId,
            RecordalId = recordal.Id,
            At = recordal.DecidedAt!.Value,
            By = recordal.DecidedBy!.Value,
            ByName = "",
            Reason = recordal.DecisionReason ?? "",
        };
        db.RecordalSuspensions.Add(suspension);
        return suspension;
    }

    private async Task TellAsync(Guid firmId, string what, Actor actor, CancellationToken ct)
    {
        var firm = await FirmNameAsync(firmId, ct);
        audit.Record(actor, $"recordal.{what}", $"firm:{firmId}", null, AuditVisibility.Parties, ("firm", firm));
        await notices.ToFirmAsync(firmId, null, $"recordal-{what}", [("firm", firm), ("reason", actor.Reason ?? ""), ("toFirm", $"{firmId}")], actor.At, ct);
    }

    private Task<string> FirmNameAsync(Guid firm, CancellationToken ct) => db.Firms.Where(f => f.Id == firm).Select(f => f.Name).SingleAsync(ct);
}
