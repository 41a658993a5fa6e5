using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>
/// The office's notice of grant has arrived. It gives no right yet (专利法40: that begins with the announcement): from the day of its
/// receipt the applicant has two months to register and pay (细则60).
/// </summary>
public sealed class RecordGrantNotice(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public const string Outcome = "grant-notice";

    /// <summary>What would be refused, with nothing changed: asked before the letter is shown.</summary>
    public async Task<Result<WorkItem>> CheckAsync(Guid workItemId, DateOnly? receivedOn, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (TaskDesk.IsHeldByAnother(found.Value, viewer))
            return new RuleViolation("task.taken", null, found.Value.AssigneeName ?? "");
        var application = (await db.Applications.FindAsync([found.Value.CaseId], ct))!;
        return receivedOn is not { } day || day > ChinaTime.DateOf(now) || day < application.OfficeAcceptedOn
            ? new RuleViolation("office.notice-day", "noticeOn")
            : found;
    }

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, DateOnly? receivedOn, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await CheckAsync(workItemId, receivedOn, viewer, actor.At, ct);
        if (!found.Succeeded)
            return found;
        var (item, day) = (found.Value, receivedOn!.Value);
        (await db.Applications.FindAsync([item.CaseId], ct))!.RecordGrantNotice(day);
        audit.Record(actor.Because(reason), "office.grant-notice", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Parties,
            ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return await desk.CompleteAsync(item, Outcome, new Dictionary<string, object?>(), actor, ct);
    }
}
