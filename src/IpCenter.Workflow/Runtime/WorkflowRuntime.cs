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
    private readonly InstanceUpdate _update = new(store);

    /// <summary>Starts the published version of a definition and runs it until everything in it waits.</summary>
    /// <param name="definitionId">The definition's stable id. An unknown one is a bug and throws.</param>
    /// <param name="correlationId">The host's key for what the instance is about.</param>
    /// <param name="inputs">Values for the definition's declared inputs; a name that is not declared throws, a missing one is null.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    public async Task<WorkflowInstance> StartAsync(
        string definitionId, string correlationId, IReadOnlyDictionary<string, object?> inputs, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(correlationId);
        var definition = catalog.Latest(definitionId);
        if (inputs.Keys.FirstOrDefault(name => definition.Inputs.All(input => input.Name != name)) is { } unknown)
            throw new ArgumentException($"'{definitionId}' has no input '{unknown}'.", nameof(inputs));
        var instance = new WorkflowInstance
        {
            Id = Guid.CreateVersion7(now),
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            CorrelationId = correlationId,
            CreatedAt = now
        };
        store.AddInstance(instance);
        var transition = WorkflowEngine.Start(definition, inputs.ToDictionary(pair => pair.Key, pair => WorkflowValue.From(pair.Value)), now);
        await SettleAsync(instance, definition, transition, now, ct);
        return instance;
    }

    /// <summary>Completes a task of either kind with its result.</summary>
    public async Task<ResumeOutcome> CompleteTaskAsync(Guid waitId, TaskResult result, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        return wait.Kind is WaitKind.SystemTask or WaitKind.PersonTask
            ? await ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, result.ToValue(), result.Outcome), now, ct)
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
        if (await DeliverAsync(correlationId, eventName, value, now, ct))
            return ResumeOutcome.Resumed;
        store.AddInboxEvent(new WorkflowInboxEvent
        {
            Id = Guid.CreateVersion7(now),
            CorrelationId = correlationId,
            EventName = eventName,
            PayloadJson = value is null ? null : WorkflowValue.ToJson(value),
            ReceivedAt = now
        });
        return ResumeOutcome.Kept;
    }

    /// <summary>Delivers a kept event to those who wait for it by now.</summary>
    public async Task<ResumeOutcome> DeliverKeptEventAsync(Guid inboxEventId, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await store.FindInboxEventAsync(inboxEventId, ct);
        if (kept is null)
            return ResumeOutcome.AlreadyGone;
        if (!await DeliverAsync(kept.CorrelationId, kept.EventName, Payload(kept), now, ct))
            return ResumeOutcome.Kept;
        store.RemoveInboxEvent(kept);
        return ResumeOutcome.Resumed;
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
            : await ResumeAsync(wait, new Stimulus.TimerFired(wait.ActivityId), now, ct);
    }

    /// <summary>Ends an instance early. All its waits are removed. An unknown instance is a bug and throws.</summary>
    public async Task<ResumeOutcome> CancelAsync(Guid instanceId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await InstanceAsync(instanceId, ct);
        if (instance.Status is WorkflowStatus.Finished or WorkflowStatus.Cancelled)
            return ResumeOutcome.InstanceEnded;
        await MoveAsync(instance, new Stimulus.Cancelled(reason), now, ct);
        return ResumeOutcome.Resumed;
    }

    /// <summary>Lets an incident be tried again: a failed task or timer as soon as the runner comes, a faulted activity here and now.</summary>
    public async Task<ResumeOutcome> RetryAsync(Guid waitId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        if (!wait.IsIncident)
            return ResumeOutcome.NotApplicable;
        var instance = await InstanceAsync(wait.InstanceId, ct);
        if (wait.Kind == WaitKind.Fault)
        {
            await MoveAsync(instance, new Stimulus.Retried(reason), now, ct);
            return ResumeOutcome.Resumed;
        }
        (wait.IsIncident, wait.Attempts, wait.DueAt) = (false, 0, now);
        _update.Note(instance, wait, JournalEvent.Retried, reason, now);
        return ResumeOutcome.Resumed;
    }

    /// <summary>Completes a system task that became an incident with a result that a person gives, and says why.</summary>
    public async Task<ResumeOutcome> SkipAsync(Guid waitId, TaskResult result, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var wait = await store.FindWaitAsync(waitId, ct);
        if (wait is null)
            return ResumeOutcome.AlreadyGone;
        return wait is { Kind: WaitKind.SystemTask, IsIncident: true }
            ? await ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, result.ToValue(), $"{result.Outcome}; {reason}"), now, ct)
            : ResumeOutcome.NotApplicable;
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
        _update.Note(await InstanceAsync(wait.InstanceId, ct), wait, JournalEvent.Incident, error, now);
    }

    private async Task<bool> DeliverAsync(string correlationId, string eventName, object? value, DateTimeOffset now, CancellationToken ct)
    {
        var delivered = false;
        foreach (var wait in await store.WaitsForEventAsync(correlationId, eventName, ct))
        {
            // The one before may have decided a race that this one lost.
            if (await store.FindWaitAsync(wait.Id, ct) is not null)
                delivered |= await ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, value), now, ct) == ResumeOutcome.Resumed;
        }
        return delivered;
    }

    private async Task<ResumeOutcome> ResumeAsync(WorkflowWait wait, Stimulus stimulus, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await InstanceAsync(wait.InstanceId, ct);
        if (instance.Status == WorkflowStatus.Faulted)
            return ResumeOutcome.InstanceFaulted;
        if (instance.Status != WorkflowStatus.Running)
            return ResumeOutcome.InstanceEnded;
        // The wait was read before somebody else's save and the instance after it.
        if (!InstanceState.FromJson(instance.StateJson).Waiting.Contains(wait.ActivityId))
            return ResumeOutcome.AlreadyGone;
        await MoveAsync(instance, stimulus, now, ct);
        return ResumeOutcome.Resumed;
    }

    private async Task MoveAsync(WorkflowInstance instance, Stimulus stimulus, DateTimeOffset now, CancellationToken ct)
    {
        var definition = catalog.Find(instance.DefinitionId, instance.DefinitionVersion)
            ?? throw new InvalidOperationException(
                $"Instance {instance.Id} follows version {instance.DefinitionVersion} of '{instance.DefinitionId}', which the catalogue lacks.");
        var transition = WorkflowEngine.Resume(definition, InstanceState.FromJson(instance.StateJson), stimulus, now);
        await SettleAsync(instance, definition, transition, now, ct);
    }

    // Applies a transition, then gives kept events to the activities that now wait for them.
    private async Task SettleAsync(
        WorkflowInstance instance, WorkflowDefinition definition, Transition transition, DateTimeOffset now, CancellationToken ct)
    {
        var listening = await _update.ApplyAsync(instance, definition, transition, now, ct);
        foreach (var wait in listening)
        {
            if (await store.FindWaitAsync(wait.Id, ct) is not { IsHeld: false })
                continue;
            if (await store.InboxAsync(wait.CorrelationId, wait.Name, ct) is not [var kept, ..])
                continue;
            store.RemoveInboxEvent(kept);
            await MoveAsync(instance, new Stimulus.Completed(wait.ActivityId, Payload(kept), "kept event"), now, ct);
        }
    }

    private static object? Payload(WorkflowInboxEvent kept) => kept.PayloadJson is null ? null : WorkflowValue.FromJson(kept.PayloadJson);

    private async Task<WorkflowInstance> InstanceAsync(Guid id, CancellationToken ct) =>
        await store.FindInstanceAsync(id, ct) ?? throw new InvalidOperationException($"There is no workflow instance {id}.");
}
