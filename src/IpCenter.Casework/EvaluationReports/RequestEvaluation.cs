using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.EvaluationReports;

/// <summary>What came back.</summary>
public sealed record EvaluationOutcome(DateOnly? On, string Number, EvaluationFinding? Finding, string Summary);

/// <summary>
/// The way of a request: prepared, filed at the office, received there, result. The holder's people and the staff record
/// it; for others who may ask (an accused infringer, an interested party) the staff do.
/// </summary>
public sealed class RequestEvaluation(
    CaseworkDbContext db, ReferenceLibrary reference, RightAccess rights, ReceiveRightDocument documents, AuditTrail audit)
{
    public const string Fee = "evaluation-report";

    public async Task<Result<EvaluationReport>> PrepareAsync(
        Guid id, Guid designId, EvaluationRequester requester, string name, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await rights.FindAsync(designId, viewer, ct) is not { } design)
            return new RuleViolation("case.not-found");
        if (await db.EvaluationReports.FindAsync([id], ct) is { } existing)
            return existing;
        if (requester != EvaluationRequester.Holder && !viewer.IsExaminingStaff)
            return new RuleViolation("evaluation.not-holder", "requester");
        if (requester != EvaluationRequester.Holder && name.Trim().Length == 0)
            return new RuleViolation("field.required", "requesterName");
        if (await db.EvaluationReports.AnyAsync(r => r.DesignId == designId && r.State != EvaluationState.Withdrawn, ct))
            return new RuleViolation("evaluation.one-only");
        var report = new EvaluationReport
        {
            Id = id,
            DesignId = designId,
            Requester = requester,
            RequesterName = requester == EvaluationRequester.Holder ? design.OwnerName : name.Trim(),
            PreparedAt = actor.At,
            PreparedBy = actor.PersonId!.Value,
            FeeCny = reference.Fees.Quote(Fee, ChinaTime.DateOf(actor.At)).AmountCny,
        };
        db.EvaluationReports.Add(report);
        Tell(report, design, "evaluation.prepared", actor);
        return report;
    }

    public Task<Result<EvaluationReport>> FileAsync(Guid id, DateOnly? on, string number, Viewer viewer, Actor actor, CancellationToken ct) =>
        StepAsync(id, EvaluationState.Prepared, viewer, actor, "evaluation.filed", (report, _) =>
        {
            var violations = Day(on, ChinaTime.DateOf(report.PreparedAt).AddYears(-1), actor);
            if (number.Trim().Length == 0)
                violations.Add(new("field.required", "number"));
            if (violations.Count == 0)
                report.File(on!.Value, number.Trim());
            return Task.FromResult(violations);
        }, ct);

    /// <summary>The office has it: its two months run (<see cref="EvaluationDue"/>).</summary>
    public Task<Result<EvaluationReport>> ReceiveAsync(Guid id, DateOnly? on, Viewer viewer, Actor actor, CancellationToken ct) =>
        StepAsync(id, EvaluationState.Filed, viewer, actor, "evaluation.received", (report, design) =>
        {
            var violations = Day(on, report.FiledOn!.Value, actor);
            if (violations.Count == 0)
            {
                report.Receive(on!.Value);
                report.Count(EvaluationDue.Of(report, design, reference, reference.Calendar), reference.Calendar.Edition);
            }
            return Task.FromResult(violations);
        }, ct);

    public Task<Result<EvaluationReport>> ConcludeAsync(Guid id, EvaluationOutcome outcome, SentFile? file, Viewer viewer, Actor actor, CancellationToken ct) =>
        StepAsync(id, EvaluationState.Received, viewer, actor, "evaluation.result", async (report, design) =>
        {
            var violations = Day(outcome.On, report.ReceivedOn!.Value, actor);
            if (outcome.Number.Trim().Length == 0)
                violations.Add(new("field.required", "number"));
            if (outcome.Finding is null)
                violations.Add(new("field.required", "finding"));
            if (violations.Count > 0)
                return violations;
            Guid? document = null;
            if (file is not null)
            {
                var received = await documents.ExecuteAsync(design.Id, file, "file", actor, ct);
                if (!received.Succeeded)
                    return [.. received.Violations];
                document = received.Value.Id;
            }
            report.Conclude(outcome.On!.Value, outcome.Number.Trim(), outcome.Finding!.Value, outcome.Summary.Trim(), document);
            return violations;
        }, ct);

    public async Task<Result<EvaluationReport>> WithdrawAsync(Guid id, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var (report, design) = await FindAsync(id, viewer, ct);
        if (report is null || design is null)
            return new RuleViolation("case.not-found");
        if (report.State is EvaluationState.Result or EvaluationState.Withdrawn)
            return new RuleViolation("evaluation.step");
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("field.required", "reason");
        report.Withdraw(reason.Trim());
        Tell(report, design, "evaluation.withdrawn", actor.Because(reason.Trim()));
        return report;
    }

    private async Task<Result<EvaluationReport>> StepAsync(
        Guid id, EvaluationState from, Viewer viewer, Actor actor, string action,
        Func<EvaluationReport, Design, Task<List<RuleViolation>>> step, CancellationToken ct)
    {
        var (report, design) = await FindAsync(id, viewer, ct);
        if (report is null || design is null)
            return new RuleViolation("case.not-found");
        if (report.State != from)
            return new RuleViolation("evaluation.step");
        if (await step(report, design) is { Count: > 0 } violations)
            return violations;
        Tell(report, design, action, actor);
        return report;
    }

    private async Task<(EvaluationReport? Report, Design? Design)> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var report = await db.EvaluationReports.FindAsync([id], ct);
        // What others asked for is no affair of the right's holder.
        return (report, report is null || (report.Requester != EvaluationRequester.Holder && !viewer.IsExaminingStaff)
            ? null
            : await rights.FindAsync(report.DesignId, viewer, ct));
    }

    private static List<RuleViolation> Day(DateOnly? on, DateOnly earliest, Actor actor) => on switch
    {
        null => [new("field.required", "on")],
        { } day when day > ChinaTime.DateOf(actor.At) => [new("date.not-future", "on")],
        { } day when day < earliest => [new("evaluation.too-early", "on", earliest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))],
        _ => [],
    };

    private void Tell(EvaluationReport report, Design design, string action, Actor actor) =>
        audit.Record(actor, action, $"evaluation:{report.Id}", null, AuditVisibility.Parties, ("number", design.PatentNumber));
}
