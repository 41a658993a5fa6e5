using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>A second person re-reads a sampled or refused case: confirms it or returns it with a reason. Never one's own decision.</summary>
public sealed class ConfirmSecondReading(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["SecondReading", "DecideOverdueReading"];

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        var item = found.Value;
        var decision = await db.Decisions
            .Where(d => d.CaseId == item.CaseId && DecideExamination.Tasks.Contains(d.Task))
            .OrderByDescending(d => d.At)
            .FirstOrDefaultAsync(ct);
        if (decision?.By == viewer.PersonId)
            return new RuleViolation("second-reading.own-decision");
        if (outcome == "return" && string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");

        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        db.Decisions.Add(new Decision
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = item.CaseId,
            Task = item.Name,
            Outcome = outcome,
            Reason = reason,
            By = viewer.PersonId!.Value,
            ByName = viewer.Name,
            At = actor.At,
            Round = application.Round,
        });
        audit.Record(actor.Because(reason), $"second-reading.{outcome}", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Staff);
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?> { ["reason"] = reason }, actor, ct);
    }
}
