using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>What an examiner decides, with its reason and, for a correction, what is to be corrected.</summary>
public sealed record ExaminationInput
{
    public required Guid WorkItemId { get; init; }

    /// <summary><c>pass</c>, <c>correct</c>, <c>refuse</c> or <c>leave</c>.</summary>
    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<CorrectionPoint> Points { get; init; }
}

/// <summary>The examiner's decision; also a supervisor's who takes an overdue case over.</summary>
public sealed class DecideExamination(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    /// <summary>From this probability on a look-alike is judged before the case passes.</summary>
    public const double Probable = 0.5;

    public static IReadOnlyList<string> Tasks { get; } = ["Examine", "DecideOverdueCase"];

    public async Task<Result<WorkItem>> ExecuteAsync(ExaminationInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(input.WorkItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        if (await CheckAsync(input, item, viewer, ct) is { Count: > 0 } violations)
            return violations;

        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        db.Decisions.Add(new Decision
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = item.CaseId,
            Task = item.Name,
            Outcome = input.Outcome,
            Reason = input.Reason,
            By = viewer.PersonId!.Value,
            ByName = viewer.Name,
            At = actor.At,
            Round = application.Round,
        });
        if (input.Outcome == "correct")
            RequestCorrection(application, input, viewer, actor);
        audit.Record(actor.Because(input.Reason), $"examination.{input.Outcome}", $"application:{item.CaseId}", item.CaseId,
            input.Outcome == "correct" ? AuditVisibility.Parties : AuditVisibility.Staff);
        return await desk.CompleteAsync(item, input.Outcome, new Dictionary<string, object?> { ["reason"] = input.Reason }, actor, ct);
    }

    private void RequestCorrection(DesignApplication application, ExaminationInput input, Viewer viewer, Actor actor)
    {
        application.BeginCorrection();
        db.CorrectionRounds.Add(new CorrectionRound
        {
            Id = Guid.CreateVersion7(actor.At),
            ApplicationId = application.Id,
            Number = application.Round,
            RequestedAt = actor.At,
            RequestedBy = viewer.PersonId,
            Message = input.Reason,
            Points = [.. input.Points],
            FormBefore = application.Form,
        });
    }

    /// <summary>All that is wrong with a decision before it is made; the preview of the letter asks the same.</summary>
    public async Task<List<RuleViolation>> CheckAsync(ExaminationInput input, WorkItem item, Viewer viewer, CancellationToken ct)
    {
        List<RuleViolation> violations = await desk.StandsStillAsync(item, ct) ? [new("task.paused")] : [];
        if (TaskDesk.IsHeldByAnother(item, viewer))
            violations.Add(new("task.taken", null, item.AssigneeName ?? ""));
        if (!item.Outcomes.Contains(input.Outcome))
            violations.Add(new("decision.choose", "outcome"));
        if (input.Outcome != "pass" && string.IsNullOrWhiteSpace(input.Reason))
            violations.Add(new("reason.required", "reason"));
        if (input.Outcome == "correct" && input.Points.Count == 0)
            violations.Add(new("correction.no-points", "points"));
        // The process would close the case, and the letter that was shown would never go out.
        if (input.Outcome == "correct" && await db.Applications.AnyAsync(a => a.Id == item.CaseId && a.Round >= CorrectionRound.Most, ct))
            violations.Add(new("correction.no-rounds-left", "outcome", $"{CorrectionRound.Most}"));
        if (input.Outcome == "pass")
            violations.AddRange(await PassedOverAsync(item.CaseId, ct));
        return violations;
    }

    /// <summary>
    /// What a decision to pass would leave standing without a word: whoever knows better than the software says so remark by remark
    /// and look-alike by look-alike. Not with the reason of the decision, which the applicant reads.
    /// </summary>
    private async Task<IReadOnlyList<RuleViolation>> PassedOverAsync(Guid caseId, CancellationToken ct)
    {
        var round = await db.Applications.Where(a => a.Id == caseId).Select(a => a.Round).SingleAsync(ct);
        var blocking = await db.ApplicationRemarks.CountAsync(
            r => r.ApplicationId == caseId && r.Round == round && r.Severity == Severity.Block && r.OverruledAt == null, ct);
        var unjudged = await db.PriorDesignLeads.CountAsync(
            l => l.ApplicationId == caseId && l.Round == round && l.Judgement == LeadJudgement.Open && l.Probability >= Probable, ct);
        return
        [
            .. blocking > 0 ? [new RuleViolation("decision.blocks-stand", "outcome", $"{blocking}")] : Array.Empty<RuleViolation>(),
            .. unjudged > 0 ? [new RuleViolation("decision.leads-unjudged", "outcome", $"{unjudged}")] : Array.Empty<RuleViolation>(),
        ];
    }
}
