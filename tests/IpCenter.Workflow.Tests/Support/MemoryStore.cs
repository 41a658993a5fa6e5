using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>One unit of work on a <see cref="MemoryDatabase"/>. What it does not save is lost with it.</summary>
internal sealed class MemoryStore(MemoryDatabase database) : IWorkflowStore
{
    public TrackedRows<WorkflowInstance> Instances { get; } = new(row => row.Id, database.Find<WorkflowInstance>);

    public TrackedRows<WorkflowWait> Waits { get; } = new(row => row.Id, database.Find<WorkflowWait>);

    public TrackedRows<WorkflowInboxEvent> Inbox { get; } = new(row => row.Id, database.Find<WorkflowInboxEvent>);

    public List<WorkflowJournalEntry> Journal { get; } = [];

    /// <summary>What the host changes in this unit of work.</summary>
    public List<string> Effects { get; } = [];

    public Task<WorkflowInstance?> FindInstanceAsync(Guid instanceId, CancellationToken ct) => Task.FromResult(Instances.Find(instanceId));

    public Task<WorkflowWait?> FindWaitAsync(Guid waitId, CancellationToken ct) => Task.FromResult(Waits.Find(waitId));

    public Task<IReadOnlyList<WorkflowWait>> WaitsOfAsync(Guid instanceId, CancellationToken ct) =>
        Task.FromResult(Waits.Where(database.Waits, wait => wait.InstanceId == instanceId));

    public Task<WorkflowInstance?> FindChildAsync(Guid parentWaitId, CancellationToken ct) =>
        Task.FromResult(Instances.Where(database.Instances, instance => instance.ParentWaitId == parentWaitId) is [var child, ..] ? child : null);

    public Task<bool> AnyRunningAsync(string? definitionId, string? correlationId, CancellationToken ct) =>
        Task.FromResult(Instances.Where(database.Instances, instance =>
            (definitionId is null || instance.DefinitionId == definitionId) && (correlationId is null || instance.CorrelationId == correlationId)
            && instance.HasBegun && !instance.HasEnded).Count > 0);

    public Task<IReadOnlyList<WorkflowWait>> WaitsForEventAsync(string? correlationId, string eventName, CancellationToken ct) =>
        Task.FromResult(Waits.Where(database.Waits, wait =>
            Listens(wait) && (correlationId is null || wait.CorrelationId == correlationId) && wait.Name == eventName));

    public Task<IReadOnlyList<WorkflowInboxEvent>> InboxAsync(string correlationId, string eventName, CancellationToken ct) =>
        Task.FromResult(Inbox.Where(database.Inbox, kept => kept.CorrelationId == correlationId && kept.EventName == eventName));

    public Task<WorkflowInboxEvent?> FindInboxEventAsync(Guid inboxEventId, CancellationToken ct) => Task.FromResult(Inbox.Find(inboxEventId));

    public void AddInstance(WorkflowInstance instance) => Instances.Add(instance);

    public void AddWait(WorkflowWait wait) => Waits.Add(wait);

    public void RemoveWait(WorkflowWait wait) => Waits.Remove(wait);

    public void AddJournalEntry(WorkflowJournalEntry entry) => Journal.Add(entry);

    public void AddInboxEvent(WorkflowInboxEvent inboxEvent) => Inbox.Add(inboxEvent);

    public void RemoveInboxEvent(WorkflowInboxEvent inboxEvent) => Inbox.Remove(inboxEvent);

    public Task<IReadOnlyList<Guid>> DueWaitsAsync(LeaseTerms terms, int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>(
        [.. database.Waits
            .Where(wait => wait.Kind is WaitKind.Timer or WaitKind.SystemTask or WaitKind.Start && wait.DueAt <= terms.Now)
            .Where(wait => !wait.IsIncident && !wait.IsHeld && !(wait.LeasedUntil > terms.Now && wait.LeasedUntil <= terms.Latest))
            .OrderBy(wait => wait.DueAt).Take(limit).Select(wait => wait.Id)]);

    public Task BringForwardAsync(DateTimeOffset latest, DateTimeOffset now, CancellationToken ct)
    {
        database.BringForward(latest, now);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Guid>> DeliverableEventsAsync(int limit, CancellationToken ct)
    {
        var waits = database.Waits.Where(Listens).ToList();
        return Task.FromResult<IReadOnlyList<Guid>>(
            [.. database.Inbox.Where(kept => kept.IsForAll || waits.Any(wait => IsFor(kept, wait))).Take(limit).Select(kept => kept.Id)]);
    }

    public Task<bool> TryLeaseAsync(Guid waitId, Guid leaseId, LeaseTerms terms, CancellationToken ct) =>
        Task.FromResult(database.TryLease(waitId, leaseId, terms));

    public Task<bool> TryProlongLeaseAsync(Guid waitId, Guid leaseId, DateTimeOffset until, CancellationToken ct) =>
        Task.FromResult(database.TryProlongLease(waitId, leaseId, until));

    public Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken ct) => Task.FromResult(database.Purge(
        new HashSet<Guid>(database.Instances.Where(i => i.FinishedAt < endedBefore && i.HoldReason is null).OrderBy(i => i.FinishedAt).Take(limit).Select(i => i.Id))));

    public Task<SaveOutcome> SaveAsync(CancellationToken ct) => Task.FromResult(database.Commit(this));

    private static bool IsFor(WorkflowInboxEvent kept, WorkflowWait wait) =>
        wait.CorrelationId == kept.CorrelationId && wait.Name == kept.EventName && (kept.InstanceId ?? wait.InstanceId) == wait.InstanceId;

    private static bool Listens(WorkflowWait wait) => wait is { Kind: WaitKind.Event, IsHeld: false };
}
