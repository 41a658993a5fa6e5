using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>The centre marks the application for acceleration at the national office (打标), or reports that the mark was refused.</summary>
public sealed class RecordFastTrackMark(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["MarkFastTrack", "MarkOverdueFastTrack"];

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        if (outcome == "rejected" && string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
        var item = found.Value;
        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        if (outcome == "marked")
            application.Mark(actor.At);
        audit.Record(actor.Because(reason), $"office.mark-{outcome}", $"application:{item.CaseId}", item.CaseId);
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?>(), actor, ct);
    }
}
