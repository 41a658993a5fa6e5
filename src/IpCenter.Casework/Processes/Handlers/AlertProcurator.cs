using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>An urgent report is put before the procurator liaison the same day.</summary>
public sealed class AlertProcurator(CaseworkDbContext db, NoticeSending notices, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "AlertProcurator";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        await notices.ToRolesAsync([Roles.Procurator], null, file, "procurator-alert", [], context.Now, ct);
        audit.Record(Actor.System(context.Now, "urgent"), "report.alerted", $"report:{file.Id}", file.Id, AuditVisibility.Staff);
        return Done;
    }
}
