using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Puts a notice of the process before the people whom it concerns.</summary>
public sealed class SendNotice(CaseworkDbContext db, NoticeRouting routing) : CaseTask(db)
{
    public override string TaskName => "SendNotice";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        await routing.SendAsync(file, Text(context, "template"), context.Now, ct);
        return Done;
    }
}
