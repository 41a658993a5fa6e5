using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Makes the outcome of the pre-examination visible to the parties: from here on the decision stands.</summary>
public sealed class RecordDecision(CaseworkDbContext db, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "RecordDecision";

    protected override Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var decision = Text(context, "decision");
        audit.Record(Actor.System(context.Now, decision), $"pre-examination.{decision}", $"application:{file.Id}", file.Id);
        return Task.FromResult(Done);
    }
}
