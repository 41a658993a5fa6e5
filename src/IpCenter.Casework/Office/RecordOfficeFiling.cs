using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>The applicant reports the number and the days of filing and acceptance at the national office.</summary>
public sealed class RecordOfficeFiling(CaseworkDbContext db, TaskDesk desk, OweDocuments documents, AuditTrail audit)
{
    public const string Task = "FileAtOffice";

    public async Task<Result<WorkItem>> ExecuteAsync(
        Guid workItemId, string officeNumber, DateOnly? filedOn, DateOnly? acceptedOn, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        List<RuleViolation> violations = [];
        var number = IdentifierViolations.DesignNumber(officeNumber, "officeNumber", violations);
        var today = Clocks.ChinaTime.DateOf(actor.At);
        if (filedOn is null || filedOn > today)
            violations.Add(new("date.not-future", "filedOn"));
        // What was filed before it came to the centre never uses the fast lane.
        else if ((await db.Cases.FindAsync([item.CaseId], ct))!.SubmittedAt is { } submitted && filedOn < Clocks.ChinaTime.DateOf(submitted))
            violations.Add(new("office.filed-before-submission", "filedOn", $"{Clocks.ChinaTime.DateOf(submitted):yyyy-MM-dd}"));
        if (acceptedOn is null || acceptedOn > today || acceptedOn < filedOn)
            violations.Add(new("office.accepted-after-filed", "acceptedOn"));
        if (violations.Count > 0)
            return violations;

        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        application.RecordFiling(number!, filedOn!.Value, acceptedOn!.Value);
        await documents.RecountAsync(application, actor, ct);
        audit.Record(actor, "office.filed", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Parties, ("number", number));
        return await desk.CompleteAsync(item, "filed", new Dictionary<string, object?> { ["officeNumber"] = number }, actor, ct);
    }
}
