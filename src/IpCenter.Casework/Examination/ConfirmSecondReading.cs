using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>What a second reader says: the outcome, and for a return why, by codes and in words.</summary>
public sealed record ReadingInput(Guid WorkItemId, string Outcome, IReadOnlyList<string> Codes, string Reason);

/// <summary>A second person re-reads a sampled or refused case: confirms it or returns it with reasons. Never one's own decision.</summary>
public sealed class ConfirmSecondReading(CaseworkDbContext db, TaskDesk desk, ReferenceLibrary reference, AuditTrail audit)
{
    public const string Return = "return";

    public static IReadOnlyList<string> Tasks { get; } = ["SecondReading", "DecideOverdueReading"];

    public Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string outcome, string reason, Viewer viewer, Actor actor, CancellationToken ct) =>
        ExecuteAsync(new ReadingInput(workItemId, outcome, [], reason), viewer, actor, ct);

    public async Task<Result<WorkItem>> ExecuteAsync(ReadingInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(input.WorkItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        var item = found.Value;
        var decision = await db.Decisions
            .Where(d => d.CaseId == item.CaseId && DecideExamination.Tasks.Contains(d.Task))
            .OrderByDescending(d => d.At).ThenByDescending(d => d.TrailPlace)
            .FirstOrDefaultAsync(ct);
        if (decision?.By == viewer.PersonId)
            return new RuleViolation("second-reading.own-decision");
        if (Check(input) is { Count: > 0 } violations)
            return violations;

        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        var codes = input.Outcome == Return ? input.Codes.Distinct().ToList() : null;
        db.Decisions.Add(new Decision
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = item.CaseId,
            Task = item.Name,
            Outcome = input.Outcome,
            Reason = input.Reason,
            Codes = codes,
            By = viewer.PersonId!.Value,
            ByName = viewer.Name,
            At = actor.At,
            Round = application.Round,
        });
        audit.Record(actor.Because(input.Reason), $"second-reading.{input.Outcome}", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Staff,
            ("codes", codes is null ? null : string.Join(' ', codes)));
        return await desk.CompleteAsync(item, input.Outcome, new Dictionary<string, object?> { ["reason"] = input.Reason }, actor, ct);
    }

    private List<RuleViolation> Check(ReadingInput input)
    {
        List<RuleViolation> violations = [];
        if (input.Outcome != Return)
            return violations;
        if (input.Codes.Count == 0)
            violations.Add(new("reading.codes", "codes"));
        if (input.Codes.FirstOrDefault(code => reference.Sample.Reason(code) is null) is { } unknown)
            violations.Add(new("reading.unknown-code", "codes", unknown));
        if (string.IsNullOrWhiteSpace(input.Reason))
            violations.Add(new("reading.reason", "reason"));
        return violations;
    }
}
