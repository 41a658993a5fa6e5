using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Office;

/// <summary>
/// A supervisor takes up the fast lane again that was lost for a late fee, where the fee was paid in time and the proof is here: told
/// too late, or counted from a day that was a slip. The process goes on at the mark.
/// </summary>
public sealed class RestoreFastLane(CaseworkDbContext db, TaskDesk desk, FeeDuty duty, NoticeSending notices, IssueLetter letters, AuditTrail audit)
{
    /// <summary>Outcome of the task that waits for the office, known to processes from the third version on.</summary>
    public const string Outcome = "restored";

    public const string Notice = "fast-lane-restored";

    /// <summary>To the supervisors: the fee was paid in time after all.</summary>
    public const string AskNotice = "fast-lane-restorable";

    private static readonly string[] Waiting = ["RecordOfficeDecision", "RecordOverdueOfficeDecision"];

    /// <summary>What a page asks before it offers the restoring.</summary>
    public static bool MayBeAsked(DesignApplication application, FeeDue due) =>
        application is { LeftFastLane: true, LeftFastLaneReason: "fee-late", FeePaidOn: { } paid }
        && due.LaneYearMissing is null && due.IsInTime(paid);

    /// <summary>What would be refused, with nothing changed: asked before the letter is shown.</summary>
    public async Task<Result<DesignApplication>> CheckAsync(Guid caseId, string? reason, Viewer viewer, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor) || await db.Applications.FindAsync([caseId], ct) is not { } application
            || await db.Cases.FindAsync([caseId], ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (!application.LeftFastLane)
            return application;
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
        if (!MayBeAsked(application, duty.Of(application)))
            return new RuleViolation("fast-lane.not-in-time");
        if (!await db.CaseDocuments.AnyAsync(d => d.CaseId == caseId && d.Kind == DocumentKinds.FeeProof && d.ReplacedAt == null, ct))
            return new RuleViolation("fast-lane.no-proof");
        if (await desk.FindByNameAsync(caseId, Waiting, viewer, ct) is not { } task)
            return new RuleViolation("fast-lane.not-now", null, file.Number ?? "");
        return task.Outcomes.Contains(Outcome) ? application : new RuleViolation("fast-lane.old-process");
    }

    public async Task<Result<DesignApplication>> ExecuteAsync(Guid caseId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var checkedOne = await CheckAsync(caseId, reason, viewer, ct);
        if (!checkedOne.Succeeded || checkedOne.Value is not { LeftFastLane: true } application)
            return checkedOne;
        var (file, task) = ((await db.Cases.FindAsync([caseId], ct))!, (await desk.FindByNameAsync(caseId, Waiting, viewer, ct))!);

        application.ReturnToFastLane();
        audit.Record(actor.Because(reason!.Trim()), "fast-lane.restored", $"application:{caseId}", caseId, AuditVisibility.Parties);
        await notices.ToFirmAsync(application.FirmId, file, Notice, [], actor.At, ct);
        await letters.ExecuteAsync(file, LetterKind.FastLaneRestored, actor, ct, reason.Trim());
        var done = await desk.CompleteAsync(task, Outcome, new Dictionary<string, object?>(), actor, ct);
        return done.Succeeded ? application : (List<RuleViolation>)[.. done.Violations];
    }
}
