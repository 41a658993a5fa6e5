using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// Moves instances inside a use case. It changes tracked rows through the store and never saves: the host saves its own
/// changes and these in one transaction. Every method takes the time.
/// </summary>
public sealed class WorkflowRuntime(WorkflowCatalog catalog, IWorkflowStore store)
{
    private readonly InstanceMoves _moves = new(catalog, store);
    private readonly InstanceUpdate _update = new(store);

    /// <summary>Starts the published version of a definition and runs it until everything in it waits.</summary>
    /// <param name="definitionId">The definition's stable id. An unknown one is a bug and throws.</param>
    /// <param name="correlationId">The host's key for what the instance is about.</param>
    /// <param name="inputs">Values for the definition's declared inputs; a name that is not declared throws, a missing one is null.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    /// <exception cref="WorkflowActivationException">The definition does not allow another instance now.</exception>
    public async Task<WorkflowInstance> StartAsync(
        string definitionId, string correlationId, IReadOnlyDictionary<string, object?> inputs, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(correlationId);
        var definition = catalog.Latest(definitionId);
        if (inputs.Keys.FirstOrDefault(name => definition.Inputs.All(input => input.Name != name)) is { } unknown)
            throw new ArgumentException($"'{definitionId}' has no input '{unknown}'.", nameof(inputs));
        var instance = _moves.Create(definition, correlationId, inputs.ToDictionary(pair => pair.Key, pair => WorkflowValue.From(pair.Value)), now);
        return await _moves.TryBeginAsync(instance, now, ct) ? instance : throw new WorkflowActivationException(definitionId, correlationId);
    }

    /// <summary>Completes a task of either kind with its result.</summary>
    public async Task<ResumeOutcome> CompleteTaskAsync(Guid waitId, TaskResult result, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        return wait.Kind is WaitKind.SystemTask or WaitKind.PersonTask
            ? await _moves.ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, result.ToValue()), now, ct)
            : ResumeOutcome.NotApplicable;
    }

    /// <summary>Gives an event to every activity that waits for it under this correlation id, or keeps it until one does.</summary>
    /// <param name="correlationId">The host's key.</param>
    /// <param name="eventName">The event's name; letter case matters.</param>
    /// <param name="payload">Becomes the event's result: null, a boolean, number, string, date, id, list or dictionary.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    public async Task<ResumeOutcome> PublishEventAsync(
        string correlationId, string eventName, object? payload, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(correlationId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var value = WorkflowValue.From(payload);
        var inboxEvent = new WorkflowInboxEvent
        {
            Id = Guid.CreateVersion7(now),
            CorrelationId = correlationId,
            EventName = eventName,
            PayloadJson = value is null ? null : WorkflowValue.ToJson(value),
            ReceivedAt = now
        };
        if (await DeliverAsync(inboxEvent, now, ct))
            return ResumeOutcome.Resumed;
        store.AddInboxEvent(inboxEvent);
        return ResumeOutcome.Kept;
    }

    /// <summary>Delivers a kept event to those who wait for it by now.</summary>
    public async Task<ResumeOutcome> DeliverKeptEventAsync(Guid inboxEventId, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await store.FindInboxEventAsync(inboxEventId, ct);
        if (kept is null)
            return ResumeOutcome.AlreadyGone;
        if (!kept.IsForAll && !(await ListenersAsync(kept, ct)).Any())
            return ResumeOutcome.Kept;
        // Before it is delivered: an instance that goes round a loop waits for the next event, not for this one again.
        store.RemoveInboxEvent(kept);
        if (await DeliverAsync(kept, now, ct) || kept.IsForAll)
            return ResumeOutcome.Resumed;
        store.AddInboxEvent(new WorkflowInboxEvent
        {
            Id = Guid.CreateVersion7(kept.ReceivedAt),
            CorrelationId = kept.CorrelationId,
            InstanceId = kept.InstanceId,
            EventName = kept.EventName,
            PayloadJson = kept.PayloadJson,
            ReceivedAt = kept.ReceivedAt
        });
        return ResumeOutcome.Kept;
    }

    /// <summary>Fires a timer that is due.</summary>
    public async Task<ResumeOutcome> FireTimerAsync(Guid waitId, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        if (wait.Kind != WaitKind.Timer)
            return ResumeOutcome.NotApplicable;
        return wait.DueAt > now
            ? ResumeOutcome.NotDue
            : await _moves.ResumeAsync(wait, new Stimulus.TimerFired(wait.ActivityId), now, ct);
    }

    /// <summary>Ends an instance early, and the children whose end it waits for. All its waits are removed. An unknown instance is a bug and throws.</summary>
    public async Task<ResumeOutcome> CancelAsync(Guid instanceId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await _moves.InstanceAsync(instanceId, ct);
        if (instance.HasEnded)
            return ResumeOutcome.InstanceEnded;
        var children = new List<WorkflowInstance>();
        foreach (var wait in await store.WaitsOfAsync(instanceId, ct))
            if (wait.Kind == WaitKind.Child && await store.FindChildAsync(wait.Id, ct) is { } child)
                children.Add(child);
        await _moves.MoveAsync(instance, InstanceState.FromJson(instance.StateJson), new Stimulus.Cancelled(reason), now, ct);
        foreach (var child in children)
            await CancelAsync(child.Id, reason, now, ct);
        return ResumeOutcome.Resumed;
    }

    /// <summary>Halts a running instance: tasks, events and timers wait until <see cref="ResumeAsync"/>. Nothing of what arrives meanwhile is lost.</summary>
    public async Task<ResumeOutcome> SuspendAsync(Guid instanceId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await _moves.InstanceAsync(instanceId, ct);
        if (instance.HasEnded)
            return ResumeOutcome.InstanceEnded;
        if (instance.Status != WorkflowStatus.Running)
            return ResumeOutcome.NotApplicable;
        instance.Status = WorkflowStatus.Suspended;
        _update.Note(instance, "", JournalEvent.Suspended, reason, now);
        foreach (var wait in await store.WaitsOfAsync(instanceId, ct))
            wait.IsHeld = true;
        return ResumeOutcome.Resumed;
    }

    /// <summary>Lets a halted instance go on. Timers that came due meanwhile fire at once; events that came are delivered here and now.</summary>
    public async Task<ResumeOutcome> ResumeAsync(Guid instanceId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await _moves.InstanceAsync(instanceId, ct);
        if (instance.HasEnded)
            return ResumeOutcome.InstanceEnded;
        if (instance.Status != WorkflowStatus.Suspended)
            return ResumeOutcome.NotApplicable;
        instance.Status = WorkflowStatus.Running;
        _update.Note(instance, "", JournalEvent.Resumed, reason, now);
        var waits = await store.WaitsOfAsync(instanceId, ct);
        foreach (var wait in waits)
            wait.IsHeld = false;
        await _moves.CatchUpAsync(waits, now, ct);
        return ResumeOutcome.Resumed;
    }

    /// <summary>Lets an incident be tried again: a failed task or timer as soon as the runner comes, a failed activity here and now.</summary>
    public async Task<ResumeOutcome> RetryAsync(Guid waitId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        if (!wait.IsIncident)
            return ResumeOutcome.NotApplicable;
        var instance = await _moves.InstanceAsync(wait.InstanceId, ct);
        if (instance.Status == WorkflowStatus.Suspended)
            return ResumeOutcome.InstanceSuspended;
        if (wait.Kind == WaitKind.Fault)
        {
            var state = InstanceState.FromJson(instance.StateJson);
            await _moves.MoveAsync(instance, state, new Stimulus.Retried(wait.ActivityId, reason), now, ct);
            return ResumeOutcome.Resumed;
        }
        (wait.IsIncident, wait.Attempts, wait.DueAt) = (false, 0, now);
        _update.Note(instance, wait.ActivityId, JournalEvent.Retried, reason, now);
        return ResumeOutcome.Resumed;
    }

    /// <summary>Completes a system task that became an incident with a result that a person gives, and says why.</summary>
    public async Task<ResumeOutcome> SkipAsync(Guid waitId, TaskResult result, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        return wait is { Kind: WaitKind.SystemTask, IsIncident: true }
            ? await _moves.ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, result.ToValue(), reason), now, ct)
            : ResumeOutcome.NotApplicable;
    }

    /// <summary>
    /// Gives the result of a completed activity another value: its variable, and the timers and people's tasks that wait by it now or
    /// will later. A timer whose new instant has passed is due at once. Nothing moves by it; asking twice changes nothing more.
    /// </summary>
    /// <param name="instanceId">The instance; an unknown one is a bug and throws.</param>
    /// <param name="activityId">The activity that gave the result; one that keeps none throws, one that the version does not have is waited for by nothing.</param>
    /// <param name="result">The result as it should have been.</param>
    /// <param name="reason">Why; it goes into the history.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    public async Task<RevisionReport> ReviseAsync(
        Guid instanceId, string activityId, TaskResult result, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await _moves.InstanceAsync(instanceId, ct);
        if (instance.HasEnded)
            return new RevisionReport(RevisionOutcome.InstanceEnded, []);
        var (definition, value) = (_moves.DefinitionOf(instance), result.ToValue());
        if (!definition.Has(activityId))
            return new RevisionReport(RevisionOutcome.NothingWaits, []);
        var revision = WorkflowEngine.Revise(definition, InstanceState.FromJson(instance.StateJson), activityId, value, now);
        if (!revision.IsNew)
            return new RevisionReport(RevisionOutcome.Unchanged, []);
        return revision.Waits.Count == 0
            ? new RevisionReport(RevisionOutcome.NothingWaits, [])
            : new RevisionReport(RevisionOutcome.Revised, await _update.ApplyAsync(instance, activityId, revision, value, reason, now, ct));
    }

    /// <summary>Begins an instance that another one dispatched.</summary>
    /// <exception cref="WorkflowActivationException">The definition does not allow another instance now.</exception>
    internal async Task<ResumeOutcome> BeginAsync(WorkflowWait wait, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await _moves.InstanceAsync(wait.InstanceId, ct);
        if (instance.Status != WorkflowStatus.Pending)
            return ResumeOutcome.AlreadyGone;
        return await _moves.TryBeginAsync(instance, now, ct)
            ? ResumeOutcome.Resumed
            : throw new WorkflowActivationException(instance.DefinitionId, instance.CorrelationId);
    }

    /// <summary>Notes that the runner failed on a wait: it is due again later, or an incident when there is no later.</summary>
    internal async Task FailAsync(WorkflowWait wait, string error, DateTimeOffset? nextAttempt, DateTimeOffset now, CancellationToken ct)
    {
        wait.Attempts++;
        wait.LastError = error;
        (wait.LeaseId, wait.LeasedUntil) = (null, null);
        if (nextAttempt is not null)
        {
            wait.DueAt = nextAttempt;
            return;
        }
        wait.IsIncident = true;
        _update.Note(await _moves.InstanceAsync(wait.InstanceId, ct), wait.ActivityId, JournalEvent.Incident, error, now);
    }

    private async Task<IEnumerable<WorkflowWait>> ListenersAsync(WorkflowInboxEvent inboxEvent, CancellationToken ct) =>
        (await store.WaitsForEventAsync(inboxEvent.IsForAll ? null : inboxEvent.CorrelationId, inboxEvent.EventName, ct))
            .Where(wait => (inboxEvent.InstanceId ?? wait.InstanceId) == wait.InstanceId);

    private async Task<bool> DeliverAsync(WorkflowInboxEvent inboxEvent, DateTimeOffset now, CancellationToken ct)
    {
        var delivered = false;
        var value = InstanceMoves.PayloadOf(inboxEvent);
        foreach (var wait in await ListenersAsync(inboxEvent, ct))
        {
            // The one before may have decided a race that this one lost.
            if (await store.FindWaitAsync(wait.Id, ct) is not null)
                delivered |= await _moves.ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, value), now, ct) == ResumeOutcome.Resumed;
        }
        return delivered;
    }
}
