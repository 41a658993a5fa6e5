namespace IpCenter.Workflow.Runtime;

/// <summary>
/// Where instances live: implemented by the host on its object-relational mapper's change tracker, so that
/// workflow rows and the host's own rows are saved together or not at all. Adding, changing and removing do not save.
/// Every query sees the unit of work: rows added in it and not yet saved are found, rows removed in it are not.
/// </summary>
public interface IWorkflowStore
{
    /// <summary>The instance, tracked, or null.</summary>
    Task<WorkflowInstance?> FindInstanceAsync(Guid instanceId, CancellationToken ct);

    /// <summary>The wait, tracked, or null when it is gone.</summary>
    Task<WorkflowWait?> FindWaitAsync(Guid waitId, CancellationToken ct);

    /// <summary>All waits of an instance, tracked.</summary>
    Task<IReadOnlyList<WorkflowWait>> WaitsOfAsync(Guid instanceId, CancellationToken ct);

    /// <summary>The instance whose end completes this wait, tracked, or null.</summary>
    Task<WorkflowInstance?> FindChildAsync(Guid parentWaitId, CancellationToken ct);

    /// <summary>
    /// Whether an instance of this definition (null: of any), with this correlation id (null: with any) has begun and not ended.
    /// </summary>
    Task<bool> AnyRunningAsync(string? definitionId, string? correlationId, CancellationToken ct);

    /// <summary>Waits of kind Event with this name and correlation id (null: any), not held, tracked.</summary>
    Task<IReadOnlyList<WorkflowWait>> WaitsForEventAsync(string? correlationId, string eventName, CancellationToken ct);

    /// <summary>Kept events with this correlation id and name, tracked, oldest first.</summary>
    Task<IReadOnlyList<WorkflowInboxEvent>> InboxAsync(string correlationId, string eventName, CancellationToken ct);

    /// <summary>The kept event, tracked, or null when it is gone.</summary>
    Task<WorkflowInboxEvent?> FindInboxEventAsync(Guid inboxEventId, CancellationToken ct);

    /// <summary>Adds a new instance.</summary>
    void AddInstance(WorkflowInstance instance);

    /// <summary>Adds a wait. For kind PersonTask the host makes a work item here.</summary>
    void AddWait(WorkflowWait wait);

    /// <summary>Removes a wait. For kind PersonTask the host closes the work item here. Saving after somebody else removed it is a conflict.</summary>
    void RemoveWait(WorkflowWait wait);

    /// <summary>Adds a line of history.</summary>
    void AddJournalEntry(WorkflowJournalEntry entry);

    /// <summary>Keeps an event that nobody waits for.</summary>
    void AddInboxEvent(WorkflowInboxEvent inboxEvent);

    /// <summary>Removes a kept event that was delivered. Saving after somebody else removed it is a conflict.</summary>
    void RemoveInboxEvent(WorkflowInboxEvent inboxEvent);

    /// <summary>
    /// Stored waits of kind Timer, SystemTask or Start with <c>DueAt &lt;= Now</c> that are no incident, not held and not leased
    /// beyond <c>Now</c> and up to <c>Latest</c>, the longest due first, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Guid>> DueWaitsAsync(LeaseTerms terms, int limit, CancellationToken ct);

    /// <summary>
    /// Makes due <paramref name="now"/>, at once and outside the unit of work, the stored waits of kind SystemTask or Start that are
    /// due only after <paramref name="latest"/>.
    /// </summary>
    Task BringForwardAsync(DateTimeOffset latest, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Stored events for all, and stored events for which a stored Event wait, not held, exists: they were published by an
    /// instance, or publisher and waiter did not see each other because both saved at the same moment. Oldest first, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Guid>> DeliverableEventsAsync(int limit, CancellationToken ct);

    /// <summary>
    /// Claims a wait at once, outside the unit of work, in one atomic statement: sets LeaseId and LeasedUntil where the wait
    /// exists, is neither incident nor held and is not leased beyond <c>Now</c> and up to <c>Latest</c>. False when another was first.
    /// </summary>
    Task<bool> TryLeaseAsync(Guid waitId, Guid leaseId, LeaseTerms terms, CancellationToken ct);

    /// <summary>
    /// Prolongs a claim at once, outside the unit of work, in one atomic statement: sets LeasedUntil where the wait exists and
    /// has this LeaseId still. False when the claim lapsed and another has taken it, or the wait is gone.
    /// </summary>
    Task<bool> TryProlongLeaseAsync(Guid waitId, Guid leaseId, DateTimeOffset until, CancellationToken ct);

    /// <summary>
    /// Deletes at once, outside the unit of work and in one transaction, at most <paramref name="limit"/> instances that ended
    /// before an instant and are not held, the longest ended first, with their history and their undelivered events. Returns how many.
    /// </summary>
    Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken ct);

    /// <summary>Saves the whole unit of work in one transaction. Only the runner calls it; use cases leave saving to their host.</summary>
    Task<SaveOutcome> SaveAsync(CancellationToken ct);
}
