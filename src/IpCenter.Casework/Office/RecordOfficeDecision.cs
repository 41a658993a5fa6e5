using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>What the office decided, as it was told.</summary>
/// <param name="NoticeOn">Of a refusal or another end: the day on which the office's notice was received, where it is known.</param>
public sealed record OfficeDecision(string Outcome, string? PatentNumber = null, DateOnly? AnnouncedOn = null, string Reason = "", DateOnly? NoticeOn = null);

/// <summary>The national office's decision as it came back: granted with number and day of announcement, or the end of the application.</summary>
public sealed class RecordOfficeDecision(CaseworkDbContext db, TaskDesk desk, RegistrationDuty registration, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["RecordOfficeDecision", "RecordOverdueOfficeDecision", "RecordAnnouncement", "RecordOverdueAnnouncement"];

    public const string Granted = "granted";

    public const string Abandoned = "deemed-abandoned";

    /// <summary>What has a use case of its own.</summary>
    private static readonly string[] OwnForm = [RecordGrantNotice.Outcome, RestoreFastLane.Outcome];

    /// <summary>What would be refused, with nothing changed: asked before the letter is shown.</summary>
    public async Task<Result<WorkItem>> CheckAsync(Guid workItemId, OfficeDecision decision, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        if (OwnForm.Contains(decision.Outcome))
            return new RuleViolation("task.own-form");
        var application = (await db.Applications.FindAsync([found.Value.CaseId], ct))!;
        var today = ChinaTime.DateOf(now);
        var violations = decision.Outcome == Granted
            ? await OfGrantAsync(application, decision, today, ct)
            : [.. OfEnd(application, decision, today)];
        return violations.Count > 0 ? violations : found;
    }

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, OfficeDecision decision, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await CheckAsync(workItemId, decision, viewer, actor.At, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        if (decision.Outcome == Granted)
            application.RecordGrant($"ZL{IdentifierViolations.DesignNumber(decision.PatentNumber ?? "", "patentNumber", [])}", decision.AnnouncedOn!.Value);
        else
            application.RecordOfficeEnd(decision.NoticeOn, decision.Reason.Trim());
        audit.Record(actor.Because(decision.Reason), $"office.{decision.Outcome}", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Parties,
            ("number", application.PatentNumber ?? application.OfficeNumber));
        return await desk.CompleteAsync(item, decision.Outcome, new Dictionary<string, object?>(), actor, ct);
    }

    private async Task<List<RuleViolation>> OfGrantAsync(DesignApplication application, OfficeDecision decision, DateOnly today, CancellationToken ct)
    {
        List<RuleViolation> violations = [];
        var number = IdentifierViolations.DesignNumber(decision.PatentNumber ?? "", "patentNumber", violations);
        if (number is not null && application.OfficeNumber is not null && number != application.OfficeNumber)
            violations.Add(new("office.other-number", "patentNumber", application.OfficeNumber));
        else if (number is not null && await RegisterNumber.FindAsync(db, $"ZL{number}", ct) is { } known && RegisterNumber.BelongsToAnother(known, application))
            violations.Add(new("office.number-of-another", "patentNumber"));
        if (decision.AnnouncedOn is not { } announced || announced > today || announced < application.OfficeFiledOn
            || announced < application.GrantNoticeOn || announced < application.RegisteredOn)
            violations.Add(new("office.announced", "announcedOn"));
        return violations;
    }

    /// <summary>The day of the office's notice may be unknown; told, it lies between the acceptance and today.</summary>
    private IEnumerable<RuleViolation> OfEnd(DesignApplication application, OfficeDecision decision, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(decision.Reason))
            yield return new("reason.required", "reason");
        else if (decision.Outcome == Abandoned && registration.Of(application) is { Last: var last } && today <= last.DueDate)
            yield return new("registration.not-over", "outcome", last.DueDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (decision.NoticeOn is { } day && (day > today || day < application.OfficeAcceptedOn))
            yield return new("office.notice-day", "noticeOn");
    }
}
