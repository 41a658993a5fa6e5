using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>The applicant reports the number and the days of filing and acceptance at the national office.</summary>
public sealed class RecordOfficeFiling(CaseworkDbContext db, TaskDesk desk, OfficeFilingCheck check, OweDocuments documents, AuditTrail audit)
{
    public const string Task = "FileAtOffice";

    public async Task<Result<WorkItem>> ExecuteAsync(
        Guid workItemId, string officeNumber, DateOnly? filedOn, DateOnly? acceptedOn, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        var read = await check.ReadAsync(item.CaseId, new(officeNumber, filedOn, acceptedOn), actor.At, ct);
        if (!read.Succeeded)
            return (List<RuleViolation>)[.. read.Violations];

        var number = read.Value;
        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        application.RecordFiling(number, filedOn!.Value, acceptedOn!.Value);
        await documents.RecountAsync(application, actor, ct);
        audit.Record(actor, "office.filed", $"application:{item.CaseId}", item.CaseId, AuditVisibility.Parties, ("number", number));
        return await desk.CompleteAsync(item, "filed", new Dictionary<string, object?> { ["officeNumber"] = number }, actor, ct);
    }
}
