using System.Text.Json;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>A firm from which a code was freed.</summary>
/// <param name="Firm">It, as it stands.</param>
/// <param name="At">When the code was freed.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why.</param>
public sealed record FreedCode(Firm Firm, DateTimeOffset At, string By, string? Reason)
{
    /// <summary>It bears none: the code itself comes back. Otherwise only its people may name the code again.</summary>
    public bool GetsItBack => Firm.CreditCode.Length == 0;
}

/// <summary>What was done about a code.</summary>
/// <param name="IsReturn">A freeing was taken back.</param>
public sealed record CodeAct(DateTimeOffset At, string By, bool IsReturn, string Code, string FirmName, string? Reason);

/// <summary>
/// Takes the freeing of a code back where it was a mistake. A firm without code bears it again; the people of one that goes on under
/// another code may name it for one more firm. Not while somebody else bears it: that is freed first, with a reason of its own.
/// </summary>
public sealed class ReturnCreditCode(CaseworkDbContext db, AuditTrail audit, NoticeSending notices)
{
    public const string Notice = "credit-code-returned";

    /// <summary>The trail's action; of it and <see cref="FreeCreditCode.Freed"/> the later one holds.</summary>
    public const string Returned = "firm.code-returned";

    private const int ActsShown = 20;

    private static readonly string[] MayReturn = [Roles.Supervisor, Roles.Admin];

    /// <summary>From whom a code was freed, the last first; empty where from nobody or the viewer may not ask.</summary>
    public async Task<IReadOnlyList<FreedCode>> FindAsync(string? code, Viewer viewer, CancellationToken ct)
    {
        var wanted = (code ?? "").Trim().ToUpperInvariant();
        if (!viewer.IsAny(MayReturn) || wanted.Length == 0)
            return [];
        var freed = (await LastOfAsync(db, null, wanted, ct)).Where(e => e.Action == FreeCreditCode.Freed).OrderByDescending(e => e.Sequence).ToList();
        List<FreedCode> found = [];
        foreach (var entry in freed)
            if (Guid.TryParse(entry.Subject["firm:".Length..], out var id) && await db.Firms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is { } firm)
                found.Add(new(firm, entry.At, entry.ActorName, entry.Reason));
        return found;
    }

    /// <summary>The last freeings and their corrections, the newest first.</summary>
    public async Task<IReadOnlyList<CodeAct>> RecentAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsAny(MayReturn))
            return [];
        var acts = await db.AuditEvents.AsNoTracking().Where(e => e.Action == FreeCreditCode.Freed || e.Action == Returned)
            .OrderByDescending(e => e.Sequence).Take(ActsShown).ToListAsync(ct);
        return [.. acts.Select(e =>
        {
            var said = JsonSerializer.Deserialize<Dictionary<string, string>>(e.DetailJson) ?? [];
            return new CodeAct(e.At, e.ActorName, e.Action == Returned, said.GetValueOrDefault("code", ""), said.GetValueOrDefault("firm", ""), e.Reason);
        })];
    }

    public async Task<Result<Firm>> ExecuteAsync(string? code, Guid? firmId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var freed = await FindAsync(code, viewer, ct);
        if (freed.Count == 0)
            return new RuleViolation("code.not-freed", "code");
        if (freed.FirstOrDefault(f => f.Firm.Id == firmId) is not { } mistaken)
            return new RuleViolation("code.choose-firm", "firmId");
        var wanted = code!.Trim().ToUpperInvariant();
        if (await db.Firms.AnyAsync(f => f.CreditCode == wanted, ct))
            return new RuleViolation("code.borne", "code");
        var why = (reason ?? "").ReplaceLineEndings("\n").Trim();
        if (why.Length == 0)
            return new RuleViolation("reason.required", "reason");
        if (why.Length > FreeCreditCode.ReasonLength)
            return new RuleViolation("note.too-long", "reason", $"{FreeCreditCode.ReasonLength}");

        var firm = await db.Firms.SingleAsync(f => f.Id == mistaken.Firm.Id, ct);
        if (mistaken.GetsItBack)
            firm.CreditCode = wanted;
        audit.Record(actor.Because(why), Returned, $"firm:{firm.Id}", null, AuditVisibility.Parties, ("firm", firm.Name), ("code", wanted));
        await notices.ToFirmAsync(firm.Id, null, Notice, [("firm", firm.Name), ("code", wanted), ("reason", why), ("toFirm", $"{firm.Id}")], actor.At, ct);
        return firm;
    }

    /// <summary>Whether a code was freed from one of the firms and that holds.</summary>
    internal static async Task<bool> IsFreedFromAsync(CaseworkDbContext db, IReadOnlyCollection<Guid> firms, string code, CancellationToken ct) =>
        (await LastOfAsync(db, [.. firms.Select(id => $"firm:{id}")], code, ct)).Any(e => e.Action == FreeCreditCode.Freed);

    private static async Task<List<AuditEvent>> LastOfAsync(CaseworkDbContext db, List<string>? subjects, string code, CancellationToken ct) =>
    [
        .. (await db.AuditEvents.AsNoTracking()
            .Where(e => (e.Action == FreeCreditCode.Freed || e.Action == Returned) && (subjects == null || subjects.Contains(e.Subject)))
            .ToListAsync(ct))
            .Where(e => JsonSerializer.Deserialize<Dictionary<string, string>>(e.DetailJson)?.GetValueOrDefault("code") == code)
            .GroupBy(e => e.Subject).Select(g => g.MaxBy(e => e.Sequence)!),
    ];
}
