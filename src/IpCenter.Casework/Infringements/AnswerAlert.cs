using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Infringements;

/// <summary>The procurator answers an urgent report with guidance for the officer.</summary>
public sealed class AnswerAlert(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public const string Task = "AnswerProcurator";

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string guidance, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (string.IsNullOrWhiteSpace(guidance))
            return new RuleViolation("field.required", "guidance");
        var item = found.Value;
        (await db.InfringementReports.FindAsync([item.CaseId], ct))!.RecordGuidance(guidance.Trim());
        audit.Record(actor, "report.guided", $"report:{item.CaseId}", item.CaseId, AuditVisibility.Staff);
        return await desk.CompleteAsync(item, "guided", new Dictionary<string, object?>(), actor, ct);
    }
}
