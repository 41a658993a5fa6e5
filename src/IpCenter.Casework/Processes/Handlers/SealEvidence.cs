using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Storage;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// Seals the evidence of a report: reads every original back from the vault, checks its hash, and notes it in the chain
/// of custody. An original that does not match stops the process as an incident; nothing is sealed over it.
/// </summary>
public sealed class SealEvidence(CaseworkDbContext db, OriginalsVault vault, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "SealEvidence";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var actor = Actor.System(context.Now, "sealing");
        var items = await Db.EvidenceItems.Where(e => e.CaseId == file.Id && e.SealedAt == null).ToListAsync(ct);
        foreach (var item in items)
        {
            await vault.ReadAsync(item.Sha256, ct);
            item.Seal(context.Now, null, null);
            Db.CustodyEvents.Add(Custody.Of(item.Id, CustodyAction.Sealed, actor, $"SHA-256 {item.Sha256}"));
        }
        audit.Record(actor, "evidence.sealed", $"report:{file.Id}", file.Id, AuditVisibility.Parties,
            ("files", items.Count.ToString(CultureInfo.InvariantCulture)));
        return new TaskResult("sealed");
    }
}
