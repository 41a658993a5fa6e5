using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Life;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Life;

/// <summary>
/// Lets the running processes of one version go on in another. First on paper: who could, who could not and why. Then each in
/// a save of its own, so that one that moved meanwhile stops none of the others, with an entry in the audit trail.
/// </summary>
public sealed class MigrateProcesses(CaseworkDbContext db, InstanceMigration migration, AuditTrail audit)
{
    /// <summary>The instances that still follow the plan's old version.</summary>
    public async Task<IReadOnlyList<Guid>> CandidatesAsync(MigrationPlan plan, CancellationToken ct) => await db.WorkflowInstances.AsNoTracking()
        .Where(i => i.DefinitionId == plan.DefinitionId && i.DefinitionVersion == plan.FromVersion
            && i.Status != WorkflowStatus.Finished && i.Status != WorkflowStatus.Cancelled)
        .OrderBy(i => i.Id)
        .Select(i => i.Id)
        .ToListAsync(ct);

    /// <summary>What would come of it. Changes nothing.</summary>
    public async Task<IReadOnlyList<MigrationReport>> CheckAsync(MigrationPlan plan, CancellationToken ct)
    {
        var reports = new List<MigrationReport>();
        foreach (var id in await CandidatesAsync(plan, ct))
            reports.Add(await migration.CheckAsync(id, plan, ct));
        return reports;
    }

    /// <summary>Moves one instance; the boundary saves.</summary>
    public async Task<Result<MigrationReport>> MigrateAsync(Guid instanceId, MigrationPlan plan, string? reason, Actor actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("process.reason", "Reason");
        var report = await migration.MigrateAsync(instanceId, plan, reason, actor.At, ct);
        if (report.IsPossible)
        {
            await RenameAsync(instanceId, plan, ct);
            await OfferAnewAsync(instanceId, ct);
            audit.Record(
                actor.Because(reason), "process.migrated", $"process:{instanceId}",
                Guid.TryParse(report.CorrelationId, out var caseId) ? caseId : null, AuditVisibility.Staff,
                ("from", plan.FromVersion.ToString(CultureInfo.InvariantCulture)), ("to", plan.ToVersion.ToString(CultureInfo.InvariantCulture)));
        }
        return report;
    }

    /// <summary>The tasks of people offer the outcomes of the new version.</summary>
    private async Task OfferAnewAsync(Guid instanceId, CancellationToken ct)
    {
        foreach (var wait in await db.WorkflowWaits.Where(w => w.InstanceId == instanceId && w.Kind == WaitKind.PersonTask).ToListAsync(ct))
            if (await db.WorkItems.FindAsync([wait.Id], ct) is { IsOpen: true } item)
                item.Offer(WorkItemOpening.OutcomesOf(wait));
    }

    /// <summary>The open dates are known to the process by the activity that asked for them.</summary>
    private async Task RenameAsync(Guid instanceId, MigrationPlan plan, CancellationToken ct)
    {
        var open = from deadline in db.CaseDeadlines
                   join file in db.Cases on deadline.CaseId equals file.Id
                   where file.WorkflowInstanceId == instanceId && deadline.SettledAt == null && deadline.ComputedBy != null
                   select deadline;
        foreach (var deadline in await open.ToListAsync(ct))
            deadline.AskedBy(plan.TargetOf(deadline.ComputedBy!));
    }
}
