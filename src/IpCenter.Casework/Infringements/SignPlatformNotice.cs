using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Infringements;

/// <summary>
/// A person signs the platform notice and sends it on the platform's own page. The system never sends one:
/// a wrong notice in bad faith costs double damages (E-Commerce Law art. 42(3)).
/// </summary>
public sealed class SignPlatformNotice(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["SignPlatformNotice", "SignOverduePlatformNotice"];

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, bool isSigned, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        if (outcome == "sent" && !isSigned)
            return new RuleViolation("notice.sign", "signed");
        if (outcome != "sent" && string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
        var item = found.Value;
        if (outcome == "sent")
            (await db.InfringementReports.FindAsync([item.CaseId], ct))!.RecordNotice(viewer.PersonId!.Value, actor.At);
        audit.Record(actor.Because(reason), $"report.notice-{outcome}", $"report:{item.CaseId}", item.CaseId);
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?>(), actor, ct);
    }
}
