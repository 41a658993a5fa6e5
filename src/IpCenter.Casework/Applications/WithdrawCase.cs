using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Applications;

/// <summary>
/// The party takes its application or report back; the process ends the orderly way, with notices. It cannot be undone, and
/// taking back twice is taking back once.
/// </summary>
public sealed class WithdrawCase(CaseworkDbContext db, WorkflowRuntime runtime, AuditTrail audit)
{
    public const string Event = "Withdraw";

    public async Task<Result<CaseFile>> ExecuteAsync(Guid caseId, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var file = await db.Cases.FindAsync([caseId], ct);
        if (file is null || !viewer.Sees(file.FirmId))
            return new RuleViolation("case.not-found");
        if (!viewer.ActsFor(file.FirmId))
            return new RuleViolation("firm.only-looks");
        if (file.WithdrawnAt is not null)
            return file;
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
        if (!file.IsOpen)
            return new RuleViolation("case.closed", null, file.Number ?? "");
        file.Withdraw(actor.At);
        audit.Record(actor.Because(reason), "case.withdrawn", $"case:{caseId}", caseId);
        await runtime.PublishEventAsync(caseId.ToString(), Event, new Dictionary<string, object?> { ["reason"] = reason }, actor.At, ct);
        return file;
    }
}
