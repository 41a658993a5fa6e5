using IpCenter.Casework.Data;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes;

/// <summary>
/// The workflow runtime's rows on the change tracker of the case's own database context, so that a step of the
/// process and the change of the case are one save. A step reads its instance with all its waits in one query.
/// </summary>
public sealed class EfWorkflowStore(CaseworkDbContext db, WorkItemOpening workItems) : IWorkflowStore
{
    private readonly WorkflowQueries _queries = WorkflowQueries.Of(db);

    // The tracked instances of which every wait is tracked too. By reference: after the tracker was cleared nothing is known.
    private readonly Dictionary<Guid, WorkflowInstance> _complete = [];

    public async Task<WorkflowInstance?> FindInstanceAsync(Guid instanceId, CancellationToken ct) =>
        await db.WorkflowInstances.FindAsync([instanceId], ct);

    public async Task<WorkflowWait?> FindWaitAsync(Guid waitId, CancellationToken ct)
    {
        if (db.WorkflowWaits.Local.FindEntry(waitId) is { } known)
            return known.State == EntityState.Deleted ? null : known.Entity;
        await LearnAsync(_queries.SiblingsOf(db, waitId), ct);
        return db.WorkflowWaits.Local.FindEntry(waitId) is { State: not EntityState.Deleted } found ? found.Entity : null;
    }

    public async Task<IReadOnlyList<WorkflowWait>> WaitsOfAsync(Guid instanceId, CancellationToken ct)
    {
        var instance = await FindInstanceAsync(instanceId, ct);
        if (instance is null || !ReferenceEquals(_complete.GetValueOrDefault(instanceId), instance))
        {
            await LearnAsync(_queries.WaitsOf(db, instanceId), ct);
            if (instance is not null)
                _complete[instanceId] = instance;
        }
        return [.. db.WorkflowWaits.Local.Where(w => w.InstanceId == instanceId)];
    }

    public async Task<WorkflowInstance?> FindChildAsync(Guid parentWaitId, CancellationToken ct) =>
        db.WorkflowInstances.Local.FirstOrDefault(i => i.ParentWaitId == parentWaitId)
        ?? await db.WorkflowInstances.FirstOrDefaultAsync(i => i.ParentWaitId == parentWaitId, ct);

    public async Task<bool> AnyRunningAsync(string? definitionId, string? correlationId, CancellationToken ct)
    {
        bool IsMeant(WorkflowInstance instance) =>
            (definitionId is null || instance.DefinitionId == definitionId)
            && (correlationId is null || instance.CorrelationId == correlationId)
            && instance is { HasBegun: true, HasEnded: false };

        // Those of this unit of work count as they stand in it, so the stored ones are loaded beside them.
        await db.WorkflowInstances
            .Where(i => (definitionId == null || i.DefinitionId == definitionId) && (correlationId == null || i.CorrelationId == correlationId)
                && (i.Status == WorkflowStatus.Running || i.Status == WorkflowStatus.Suspended || i.Status == WorkflowStatus.Faulted))
            .LoadAsync(ct);
        return db.WorkflowInstances.Local.Any(IsMeant);
    }

    public async Task<IReadOnlyList<WorkflowWait>> WaitsForEventAsync(string? correlationId, string eventName, CancellationToken ct)
    {
        await LearnAsync(_queries.ListenersTo(db, correlationId, eventName), ct);
        return [.. db.WorkflowWaits.Local.Where(w =>
            w is { Kind: WaitKind.Event, IsHeld: false } && (correlationId is null || w.CorrelationId == correlationId) && w.Name == eventName)];
    }

    public async Task<IReadOnlyList<WorkflowInboxEvent>> InboxAsync(string correlationId, string eventName, CancellationToken ct)
    {
        await foreach (var _ in _queries.Inbox(db, correlationId, eventName).WithCancellation(ct))
        {
            // Tracked from here on; what this unit of work added or removed is told apart below.
        }
        return [.. db.WorkflowInbox.Local
            .Where(e => e.CorrelationId == correlationId && e.EventName == eventName)
            .OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id)];
    }

    public async Task<WorkflowInboxEvent?> FindInboxEventAsync(Guid inboxEventId, CancellationToken ct)
    {
        var found = await db.WorkflowInbox.FindAsync([inboxEventId], ct);
        return found is not null && db.Entry(found).State != EntityState.Deleted ? found : null;
    }

    public void AddInstance(WorkflowInstance instance)
    {
        db.WorkflowInstances.Add(instance);
        _complete[instance.Id] = instance;
    }

    public void AddWait(WorkflowWait wait)
    {
        db.WorkflowWaits.Add(wait);
        if (wait.Kind == WaitKind.PersonTask)
            workItems.Open(wait);
    }

    public void RemoveWait(WorkflowWait wait)
    {
        db.WorkflowWaits.Remove(wait);
        if (wait.Kind == WaitKind.PersonTask)
            workItems.Close(wait.Id);
    }

    public void AddJournalEntry(WorkflowJournalEntry entry) => db.WorkflowJournal.Add(entry);

    public void AddInboxEvent(WorkflowInboxEvent inboxEvent) => db.WorkflowInbox.Add(inboxEvent);

    public void RemoveInboxEvent(WorkflowInboxEvent inboxEvent) => db.WorkflowInbox.Remove(inboxEvent);

    public async Task<IReadOnlyList<Guid>> DueWaitsAsync(LeaseTerms terms, int limit, CancellationToken ct) =>
        await db.WorkflowWaits.AsNoTracking()
            .Where(w => (w.Kind == WaitKind.Timer || w.Kind == WaitKind.SystemTask || w.Kind == WaitKind.Start)
                && w.DueAt <= terms.Now && !w.IsIncident && !w.IsHeld
                && (w.LeasedUntil == null || w.LeasedUntil <= terms.Now || w.LeasedUntil > terms.Latest))
            .OrderBy(w => w.DueAt).ThenBy(w => w.Id)
            .Select(w => w.Id)
            .Take(limit)
            .ToListAsync(ct);

    public async Task BringForwardAsync(DateTimeOffset latest, DateTimeOffset now, CancellationToken ct) =>
        await db.WorkflowWaits
            .Where(w => w.DueAt > latest && (w.Kind == WaitKind.SystemTask || w.Kind == WaitKind.Start))
            .ExecuteUpdateAsync(s => s.SetProperty(w => w.DueAt, now), ct);

    public async Task<IReadOnlyList<Guid>> DeliverableEventsAsync(int limit, CancellationToken ct) =>
        await db.WorkflowInbox.AsNoTracking()
            .Where(e => (e.CorrelationId == WorkflowInboxEvent.ForAll && e.InstanceId == null) || db.WorkflowWaits.Any(w =>
                w.CorrelationId == e.CorrelationId && w.Kind == WaitKind.Event && w.Name == e.EventName && !w.IsHeld
                && (e.InstanceId == null || e.InstanceId == w.InstanceId)))
            .OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id)
            .Select(e => e.Id)
            .Take(limit)
            .ToListAsync(ct);

    public async Task<bool> TryLeaseAsync(Guid waitId, Guid leaseId, LeaseTerms terms, CancellationToken ct)
    {
        var claimed = await db.WorkflowWaits
            .Where(w => w.Id == waitId && !w.IsIncident && !w.IsHeld
                && (w.LeasedUntil == null || w.LeasedUntil <= terms.Now || w.LeasedUntil > terms.Latest))
            .ExecuteUpdateAsync(s => s.SetProperty(w => w.LeaseId, leaseId).SetProperty(w => w.LeasedUntil, terms.Until), ct);
        return claimed == 1;
    }

    public async Task<bool> TryProlongLeaseAsync(Guid waitId, Guid leaseId, DateTimeOffset until, CancellationToken ct) =>
        await db.WorkflowWaits
            .Where(w => w.Id == waitId && w.LeaseId == leaseId)
            .ExecuteUpdateAsync(s => s.SetProperty(w => w.LeasedUntil, until), ct) == 1;

    public async Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = await db.WorkflowInstances.AsNoTracking()
            .Where(i => i.FinishedAt < endedBefore && i.HoldReason == null)
            .OrderBy(i => i.FinishedAt)
            .Select(i => i.Id)
            .Take(limit)
            .ToListAsync(ct);
        await db.WorkflowJournal.Where(j => ids.Contains(j.InstanceId)).ExecuteDeleteAsync(ct);
        await db.WorkflowInbox.Where(e => e.InstanceId != null && ids.Contains(e.InstanceId.Value)).ExecuteDeleteAsync(ct);
        await db.WorkflowInstances.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return ids.Count;
    }

    public async Task<SaveOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return SaveOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveOutcome.Conflict;
        }
        catch (DbUpdateException failure) when (failure.InnerException?.Message.Contains(nameof(WorkflowInstance.ActivationKey), StringComparison.Ordinal) == true)
        {
            // Two instances of which only one may run started at the same moment; both databases name the column or its index.
            return SaveOutcome.Conflict;
        }
    }

    // A row that this unit of work removed stays removed: the tracker knows it.
    private async Task LearnAsync(IAsyncEnumerable<WaitWithInstance> rows, CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
            _complete[row.Instance.Id] = row.Instance;
    }
}
