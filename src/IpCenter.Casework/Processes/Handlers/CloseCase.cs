using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.SearchFeed;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>The case ends: outcome, last deadline settled, clocks stopped.</summary>
public sealed class CloseCase(CaseworkDbContext db, CaseClockwork clocks, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "CloseCase";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var outcome = Text(context, "outcome");
        foreach (var deadline in await Db.CaseDeadlines.Where(d => d.CaseId == file.Id && d.SettledAt == null).ToListAsync(ct))
            deadline.Settle(context.Now);
        await clocks.StopAsync(file.Id, context.Now, ct);
        file.Close(outcome, context.Now);
        if (file.Kind == CaseKind.DesignApplication)
            Db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Application, SubjectId = file.Id, At = context.Now });
        audit.Record(Actor.System(context.Now, outcome), "case.closed", $"case:{file.Id}", file.Id, AuditVisibility.Parties, ("outcome", outcome));
        return Done;
    }
}
