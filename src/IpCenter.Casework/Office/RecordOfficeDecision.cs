using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>The national office's decision as it came back: granted with number and day of announcement, or the end of the application.</summary>
public sealed class RecordOfficeDecision(CaseworkDbContext db, TaskDesk desk, RegistrationDuty registration, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["RecordOfficeDecision", "RecordOverdueOfficeDecision", "RecordAnnouncement", "RecordOverdueAnnouncement"];

    private const string Abandoned = "deemed-abandoned";

    /// <summary>What has a use case of its own.</summary>
    private static readonly string[] OwnForm = [RecordGrantNotice.Outcome, RestoreFastLane.Outcome];

    public async Task<Result<WorkItem>> ExecuteAsync(
        Guid workItemId, string outcome, string? patentNumber, DateOnly? announcedOn, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        var item = found.Value;
        if (OwnForm.Contains(outcome))
            return new RuleViolation("task.own-form");
        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        if (outcome == "granted")
        {
            List<RuleViolation> violations = [];
            var number = IdentifierViolations.DesignNumber(patentNumber ?? "", "patentNumber", violations);
            if (number is not null && application.OfficeNumber is not null && number != application.OfficeNumber)
                violations.Add(new("office.other-number", "patentNumber", application.OfficeNumber));
            else if (number is not null && await RegisterNumber.FindAsync(db, $"ZL{number}", ct) is { } known && RegisterNumber.BelongsToAnother(known, application))
                violations.Add(new("office.number-of-another", "patentNumber"));
            if (announcedOn is null || announcedOn > ChinaTime.DateOf(actor.At) || announcedOn < application.OfficeFiledOn
                || announcedOn < application.GrantNoticeOn || announcedOn < application.RegisteredOn)
                violations.Add(new("office.announced", "announcedOn"));
            if (violations.Count > 0)
                return violations;
            application.RecordGrant($"ZL{number}", announcedOn!.Value);
        }
        else if (string.IsNullOrWhiteSpace(reason))
        {
            return new RuleViolation("reason.required", "reason");
        }
        else if (outcome == Abandoned && registration.Of(application) is { Last: var last } && ChinaTime.DateOf(actor.At) <= last.DueDate)
        {
            return new RuleViolation("registration.not-over", "outcome", last.DueDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        audit.Record(actor.Because(reason), $"office.{outcome}", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Parties,
            ("number", application.PatentNumber ?? application.OfficeNumber));
        return await desk.CompleteAsync(item, outcome, new Dictionary<string, object?>(), actor, ct);
    }
}
