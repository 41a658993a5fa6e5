using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Processes.Handlers;
using IpCenter.Casework.SearchFeed;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Life;

/// <summary>A person ends a process early, and with it the case, whose firm is told why.</summary>
public sealed class EndProcess(CaseworkDbContext db, WorkflowRuntime runtime, CaseClockwork clocks, NoticeSending notices, AuditTrail audit)
{
    /// <summary>Outcome of a case whose process was ended early.</summary>
    public const string StoppedOutcome = "stopped";

    /// <returns>False when the process has ended already.</returns>
    public async Task<bool> ExecuteAsync(Guid instanceId, string correlationId, string reason, Actor actor, CancellationToken ct)
    {
        if (await runtime.CancelAsync(instanceId, reason, actor.At, ct) != ResumeOutcome.Resumed)
            return false;
        if (Guid.TryParse(correlationId, out var caseId) && await db.Cases.FindAsync([caseId], ct) is { IsOpen: true } file)
            await CloseAsync(file, reason, actor, ct);
        return true;
    }

    private async Task CloseAsync(CaseFile file, string reason, Actor actor, CancellationToken ct)
    {
        foreach (var deadline in await db.CaseDeadlines.Where(d => d.CaseId == file.Id && d.SettledAt == null).ToListAsync(ct))
            deadline.Settle(actor.At);
        await clocks.StopAsync(file.Id, actor.At, ct);
        file.Close(StoppedOutcome, actor.At);
        audit.Record(actor.Because(reason), "case.closed", $"case:{file.Id}", file.Id, AuditVisibility.Parties, ("outcome", StoppedOutcome));
        await notices.ToFirmAsync(file.FirmId, file, "case-stopped", [("reason", reason)], actor.At, ct);
        if (file.Kind == CaseKind.DesignApplication)
            db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Application, SubjectId = file.Id, At = actor.At });
        // The report that sent the case to court waits for its end.
        if (file.Kind == CaseKind.Referral && await db.Referrals.FindAsync([file.Id], ct) is { } referral)
            await runtime.PublishEventAsync(
                referral.ReportId.ToString(), ReportOutcome.Event, new Dictionary<string, object?> { ["outcome"] = "abandoned" }, actor.At, ct);
    }
}
