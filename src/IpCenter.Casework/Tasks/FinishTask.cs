using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Casework.Referrals;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Tasks;

/// <summary>Ends a task that changes nothing but the course of the process: an outcome with its reason.</summary>
public sealed class FinishTask(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    /// <summary>Tasks with an effect of their own; each has its own use case and form.</summary>
    private static readonly HashSet<string> OwnForm =
    [
        .. DecideExamination.Tasks, .. ConfirmSecondReading.Tasks, EditableApplications.CorrectionTask, RecordOfficeFiling.Task,
        RecordFeePayment.Task, RecordRegistration.Task, .. RecordFastTrackMark.Tasks, .. RecordOfficeDecision.Tasks, .. DecideRoute.Tasks, AnswerAlert.Task,
        .. SignPlatformNotice.Tasks, .. ConfirmVenue.Tasks, .. AnswerReferral.Tasks, .. RecordCourtOutcome.Tasks,
    ];

    /// <summary>Whether the task is done by a form of its own and not by <see cref="ExecuteAsync"/>.</summary>
    public static bool HasOwnForm(string task) => OwnForm.Contains(task);

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        if (OwnForm.Contains(item.Name))
            return new RuleViolation("task.own-form");
        if (TaskDesk.IsHeldByAnother(item, viewer))
            return new RuleViolation("task.taken", null, item.AssigneeName ?? "");
        if (!item.Outcomes.Contains(outcome))
            return new RuleViolation("decision.choose", "outcome");
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
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
            Round = 0,
        });
        audit.Record(actor.Because(reason), "task.finished", $"task:{item.Id}", item.CaseId, AuditVisibility.Parties,
            ("task", item.Name), ("outcome", outcome));
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?> { ["reason"] = reason }, actor, ct);
    }
}
