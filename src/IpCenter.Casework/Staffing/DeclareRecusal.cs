using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>A supervisor keeps a person out of the cases of a firm to which they have a relation (回避), and ends it when the relation has ended.</summary>
public sealed class DeclareRecusal(CaseworkDbContext db, StaffPicture staff, AllocationLog allocations, AuditTrail audit)
{
    public const int LongestReason = 500;

    public async Task<Result<Recusal>> ExecuteAsync(
        Guid id, Guid personId, string? creditCode, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor) || (await staff.ReadAsync(actor.At, ct)).FirstOrDefault(p => p.Id == personId) is not { } person)
            return new RuleViolation("staff.not-found");
        if (await db.Recusals.FindAsync([id], ct) is { } declared)
            return declared;
        var code = creditCode?.Trim().ToUpperInvariant();
        var firm = string.IsNullOrEmpty(code) ? null : await db.Firms.AsNoTracking().Where(f => f.CreditCode == code).Select(f => new { f.Id, f.Name }).SingleOrDefaultAsync(ct);
        List<RuleViolation> violations = [];
        if (firm is null)
            violations.Add(new("recusal.no-such-firm", "creditCode"));
        else if (await db.Recusals.AnyAsync(r => r.FirmId == firm.Id && r.PersonId == personId && r.EndedAt == null, ct))
            violations.Add(new("recusal.exists", "creditCode", firm.Name));
        if (string.IsNullOrWhiteSpace(reason))
            violations.Add(new("reason.required", "reason"));
        else if (reason.Trim().Length > LongestReason)
            violations.Add(new("task.reason-too-long", "reason", $"{LongestReason}"));
        if (violations.Count > 0)
            return violations;

        var recusal = new Recusal { Id = id, PersonId = personId, FirmId = firm!.Id, Reason = reason!.Trim(), DeclaredAt = actor.At };
        db.Recusals.Add(recusal);
        audit.Record(actor.Because(recusal.Reason), "recusal.declared", $"person:{personId}", null, AuditVisibility.Staff, ("person", person.Name), ("firm", firm.Name));
        await GiveBackAsync(person, firm.Id, actor, ct);
        return recusal;
    }

    /// <summary>What of the firm lies on the person's desk could be finished by nobody any more: it goes back to the queue.</summary>
    private async Task GiveBackAsync(StaffFacts person, Guid firmId, Actor actor, CancellationToken ct)
    {
        var held = await (
            from item in db.WorkItems
            join file in db.Cases on item.CaseId equals file.Id
            where item.AssigneeId == person.Id && file.FirmId == firmId && item.CompletedAt == null && item.CancelledAt == null
            select item).ToListAsync(ct);
        foreach (var item in held)
        {
            await allocations.AddAsync(item, AllocationKind.GivenBack, person.Id, new(), actor.At, ct);
            item.Release();
            audit.Record(actor, "task.released", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff, ("task", item.Name));
        }
    }

    public async Task<Result<Recusal>> EndAsync(Guid recusalId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor) || await db.Recusals.FindAsync([recusalId], ct) is not { } recusal)
            return new RuleViolation("staff.not-found");
        if (recusal.EndedAt is not null)
            return recusal;
        recusal.End(actor.At);
        audit.Record(actor, "recusal.ended", $"person:{recusal.PersonId}", null, AuditVisibility.Staff,
            ("person", await db.Users.Where(p => p.Id == recusal.PersonId).Select(p => p.DisplayName).SingleAsync(ct)),
            ("firm", await db.Firms.Where(f => f.Id == recusal.FirmId).Select(f => f.Name).SingleAsync(ct)));
        return recusal;
    }
}
