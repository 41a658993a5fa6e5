using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// Moves one instance and all that follows from it in the same unit of work: its rows, events that were kept for it, children
/// that it starts, and the parent that waits for its end.
/// </summary>
internal sealed class InstanceMoves(WorkflowCatalog catalog, IWorkflowStore store)
{
    private readonly InstanceUpdate _update = new(store);

    /// <summary>A new instance that has not begun.</summary>
    public WorkflowInstance Create(
        WorkflowDefinition definition, string correlationId, IReadOnlyDictionary<string, object?> inputs, DateTimeOffset now)
    {
        var instance = new WorkflowInstance
        {
            Id = Guid.CreateVersion7(now),
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            CorrelationId = correlationId,
            Status = WorkflowStatus.Pending,
            StateJson = WorkflowEngine.Initial(definition, inputs).ToJson(),
            CreatedAt = now,
            UpdatedAt = now
        };
        store.AddInstance(instance);
        return instance;
    }

    /// <summary>Begins an instance; false, and nothing changed, when its definition does not allow another one now.</summary>
    public async Task<bool> TryBeginAsync(WorkflowInstance instance, DateTimeOffset now, CancellationToken ct)
    {
        var definition = DefinitionOf(instance);
        if (!await MayActivateAsync(instance, definition.Options.Activation, ct))
            return false;
        instance.ActivationKey = ActivationKey(instance, definition.Options.Activation);
        var transition = WorkflowEngine.Start(definition, InstanceState.FromJson(instance.StateJson), now);
        await SettleAsync(instance, definition, transition, now, ct);
        return true;
    }

    /// <summary>Moves an instance by a stimulus.</summary>
    public async Task MoveAsync(WorkflowInstance instance, InstanceState state, Stimulus stimulus, DateTimeOffset now, CancellationToken ct)
    {
        var definition = DefinitionOf(instance);
        await SettleAsync(instance, definition, WorkflowEngine.Resume(definition, state, stimulus, now), now, ct);
    }

    /// <summary>Ends the wait of an activity, if its instance can move.</summary>
    public async Task<ResumeOutcome> ResumeAsync(WorkflowWait wait, Stimulus stimulus, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await InstanceAsync(wait.InstanceId, ct);
        if (instance.Status != WorkflowStatus.Running)
            return instance.Status switch
            {
                WorkflowStatus.Faulted => ResumeOutcome.InstanceFaulted,
                WorkflowStatus.Suspended => ResumeOutcome.InstanceSuspended,
                WorkflowStatus.Pending => ResumeOutcome.NotApplicable,
                _ => ResumeOutcome.InstanceEnded
            };
        // The wait was read before somebody else's save and the instance after it.
        var state = InstanceState.FromJson(instance.StateJson);
        if (!state.Waiting.Contains(wait.ActivityId))
            return ResumeOutcome.AlreadyGone;
        await MoveAsync(instance, state, stimulus, now, ct);
        return ResumeOutcome.Resumed;
    }

    /// <summary>Gives waits that are new, or free again, what came for them before: kept events, and ends of children.</summary>
    public async Task CatchUpAsync(IEnumerable<WorkflowWait> open, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var wait in open)
        {
            if (await store.FindWaitAsync(wait.Id, ct) is not { IsHeld: false })
                continue;
            if (wait.Kind == WaitKind.Child && await store.FindChildAsync(wait.Id, ct) is { HasEnded: true } child)
                await ResumeAsync(wait, EndOf(child, wait), now, ct);
            else if (wait.Kind == WaitKind.Event && await KeptForAsync(wait, ct) is { } kept)
            {
                store.RemoveInboxEvent(kept);
                await ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, PayloadOf(kept), "kept event"), now, ct);
            }
        }
    }

    /// <summary>The instance; an unknown one is a bug and throws.</summary>
    public async Task<WorkflowInstance> InstanceAsync(Guid id, CancellationToken ct) =>
        await store.FindInstanceAsync(id, ct) ?? throw new InvalidOperationException($"There is no workflow instance {id}.");

    /// <summary>The definition that an instance follows; a version that is gone from the catalogue throws.</summary>
    public WorkflowDefinition DefinitionOf(WorkflowInstance instance) =>
        catalog.Find(instance.DefinitionId, instance.DefinitionVersion)
        ?? throw new InvalidOperationException(
            $"Instance {instance.Id} follows version {instance.DefinitionVersion} of '{instance.DefinitionId}', which the catalogue lacks.");

    public static object? PayloadOf(WorkflowInboxEvent kept) => kept.PayloadJson is null ? null : WorkflowValue.FromJson(kept.PayloadJson);

    private async Task SettleAsync(
        WorkflowInstance instance, WorkflowDefinition definition, Transition transition, DateTimeOffset now, CancellationToken ct)
    {
        var open = await _update.ApplyAsync(instance, definition, transition, now, ct);
        foreach (var effect in transition.Effects)
            switch (effect)
            {
                case InstanceEffect.Published published:
                    Publish(instance, published, now);
                    break;
                case InstanceEffect.ChildStarted started:
                    await StartChildAsync(instance, started, now, ct);
                    break;
            }
        if (instance.HasEnded && instance.ParentWaitId is { } parentWait && await store.FindWaitAsync(parentWait, ct) is { } wait)
            await TellParentAsync(instance, wait, now, ct);
        await CatchUpAsync(open, now, ct);
    }

    // A parent that is held takes the end when it goes on. Its row is written either way: whoever lets it go on at the same
    // moment has not seen the end, and must meet a conflict.
    private async Task TellParentAsync(WorkflowInstance child, WorkflowWait wait, DateTimeOffset now, CancellationToken ct)
    {
        if (wait.IsHeld)
            (await InstanceAsync(wait.InstanceId, ct)).Version++;
        else
            await ResumeAsync(wait, EndOf(child, wait), now, ct);
    }

    // It arrives after the save, as in Elsa: the runner delivers it, to others in transactions of their own.
    private void Publish(WorkflowInstance instance, InstanceEffect.Published published, DateTimeOffset now) => store.AddInboxEvent(new WorkflowInboxEvent
    {
        Id = Guid.CreateVersion7(now),
        CorrelationId = published.IsLocal ? instance.CorrelationId : published.CorrelationId ?? WorkflowInboxEvent.ForAll,
        InstanceId = published.IsLocal ? instance.Id : null,
        EventName = published.EventName,
        PayloadJson = published.Payload is null ? null : WorkflowValue.ToJson(published.Payload),
        ReceivedAt = now
    });

    private async Task StartChildAsync(WorkflowInstance parent, InstanceEffect.ChildStarted started, DateTimeOffset now, CancellationToken ct)
    {
        var definition = catalog.Latest(started.DefinitionId);
        var wait = (await store.WaitsOfAsync(parent.Id, ct)).FirstOrDefault(w => w.Kind == WaitKind.Child && w.ActivityId == started.ActivityId);
        var child = Create(definition, started.CorrelationId ?? parent.CorrelationId, InputsOf(definition, started, parent), now);
        child.ParentInstanceId = parent.Id;
        if (!started.IsInline || !await TryBeginAsync(child, now, ct))
            store.AddWait(StartOf(child, now));
        if (wait is null)
            return;
        if (started.IsInline && (child.HasEnded || !started.IsAwaited))
            await ResumeAsync(wait, new Stimulus.Completed(wait.ActivityId, ReportOf(child)), now, ct);
        else
            child.ParentWaitId = wait.Id;
    }

    // Elsa gives every child the id of its parent and passes over what it does not declare.
    private static Dictionary<string, object?> InputsOf(WorkflowDefinition definition, InstanceEffect.ChildStarted started, WorkflowInstance parent)
    {
        var given = new Dictionary<string, object?>(started.Inputs) { ["ParentInstanceId"] = parent.Id.ToString("D") };
        return definition.Inputs.Where(input => given.ContainsKey(input.Name)).ToDictionary(input => input.Name, input => given[input.Name]);
    }

    private static WorkflowWait StartOf(WorkflowInstance instance, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        InstanceId = instance.Id,
        CorrelationId = instance.CorrelationId,
        Kind = WaitKind.Start,
        Name = instance.DefinitionId,
        DueAt = now,
        CreatedAt = now
    };

    private static Stimulus.Completed EndOf(WorkflowInstance child, WorkflowWait wait) =>
        new(wait.ActivityId, InstanceState.FromJson(child.StateJson).Outputs, child.Status == WorkflowStatus.Cancelled ? "cancelled" : null);

    // What Elsa's ExecuteWorkflow gives when the child needs no wait; after a wait it gives the outputs alone.
    private static Dictionary<string, object?> ReportOf(WorkflowInstance child) => new()
    {
        ["WorkflowInstanceId"] = child.Id.ToString("D"),
        ["Status"] = child.HasEnded ? "Finished" : "Running",
        ["SubStatus"] = child.Status == WorkflowStatus.Running ? "Suspended" : child.Status.ToString(),
        ["Output"] = InstanceState.FromJson(child.StateJson).Outputs
    };

    private async Task<WorkflowInboxEvent?> KeptForAsync(WorkflowWait wait, CancellationToken ct) =>
        (await store.InboxAsync(wait.CorrelationId, wait.Name, ct)).FirstOrDefault(kept => kept.InstanceId is null || kept.InstanceId == wait.InstanceId);

    private async Task<bool> MayActivateAsync(WorkflowInstance instance, ActivationStrategy strategy, CancellationToken ct) => strategy switch
    {
        ActivationStrategy.Singleton => !await store.AnyRunningAsync(instance.DefinitionId, null, ct),
        ActivationStrategy.Correlation => !await store.AnyRunningAsync(null, instance.CorrelationId, ct),
        ActivationStrategy.CorrelatedSingleton => !await store.AnyRunningAsync(instance.DefinitionId, instance.CorrelationId, ct),
        _ => true
    };

    // Unique among those that run, so that of two that start at the same moment one meets a conflict.
    private static string? ActivationKey(WorkflowInstance instance, ActivationStrategy strategy) => strategy switch
    {
        ActivationStrategy.Singleton => $"one:{instance.DefinitionId}",
        ActivationStrategy.Correlation => $"for:{instance.CorrelationId}",
        ActivationStrategy.CorrelatedSingleton => $"one:{instance.DefinitionId}:{instance.CorrelationId}",
        _ => null
    };
}
