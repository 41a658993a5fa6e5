using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Runtime;

/// <summary>Writes the engine's transitions into the tracked rows.</summary>
internal sealed class InstanceUpdate(IWorkflowStore store)
{
    /// <summary>Applies a transition. Returns the waits that are new, or no longer held.</summary>
    public async Task<IReadOnlyList<WorkflowWait>> ApplyAsync(
        WorkflowInstance instance, WorkflowDefinition definition, Transition transition, DateTimeOffset now, CancellationToken ct)
    {
        instance.Status = transition.Status;
        instance.Fault = transition.Fault is { } fault ? $"{fault.ActivityId}: {fault.Reason}" : null;
        if (instance.HasEnded)
            (instance.FinishedAt, instance.ActivationKey) = (now, null);
        Store(instance, transition.State, now);
        var waits = await store.WaitsOfAsync(instance.Id, ct);
        Rename(instance, waits, transition.Effects);
        var began = waits.DistinctBy(wait => wait.ActivityId).ToDictionary(wait => wait.ActivityId, wait => wait.CreatedAt);
        foreach (var line in transition.Journal)
            AddLine(instance, line, began.TryGetValue(line.ActivityId, out var since) && line.ActivityId.Length > 0 ? since : line.At);
        var open = Keep(waits, transition);
        foreach (var request in transition.WaitsToAdd)
        {
            var wait = Add(instance, request, now);
            wait.IsHeld = transition.Fault is not null;
            store.AddWait(wait);
            open.Add(wait);
        }
        if (transition.Fault is not null)
            store.AddWait(FaultOf(instance, definition, transition.Fault, now));
        return transition.Fault is null ? open : [];
    }

    /// <summary>Adds a line of history that the engine does not know of.</summary>
    public void Note(WorkflowInstance instance, string activityId, JournalEvent what, string detail, DateTimeOffset now)
    {
        var state = InstanceState.FromJson(instance.StateJson);
        state = state with { Sequence = state.Sequence + 1 };
        Store(instance, state, now);
        AddLine(instance, new JournalLine(state.Sequence, activityId, what, now, null, detail), now);
    }

    /// <summary>Writes a revised state and the waits that it sets anew, each with its line of history. Returns them.</summary>
    public async Task<IReadOnlyList<WaitMove>> ApplyAsync(
        WorkflowInstance instance, string activityId, Revision revision, object? value, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var moves = new List<WaitMove>();
        var lines = new List<JournalLine> { new(revision.State.Sequence + 1, activityId, JournalEvent.Revised, now, null, reason, value) };
        var waits = await store.WaitsOfAsync(instance.Id, ct);
        foreach (var request in revision.Waits)
        {
            // An activity that failed waits for a person alone; it is set by the new value when it runs again.
            if (waits.FirstOrDefault(w => w.ActivityId == request.ActivityId && w.Kind == request.Kind) is not { } wait)
                continue;
            moves.Add(new WaitMove(wait.Id, wait.ActivityId, wait.Kind, wait.DueAt, request.DueAt));
            lines.Add(new JournalLine(
                revision.State.Sequence + lines.Count + 1, wait.ActivityId, JournalEvent.Revised, now, null, $"{wait.DueAt:O} → {request.DueAt:O}: {reason}"));
            (wait.DueAt, wait.PayloadJson) = (request.DueAt, request.Payload is null ? null : WorkflowValue.ToJson(request.Payload));
        }
        Store(instance, revision.State with { Sequence = revision.State.Sequence + lines.Count }, now);
        foreach (var line in lines)
            AddLine(instance, line, now);
        return moves;
    }

    /// <summary>Writes a state.</summary>
    public static void Store(WorkflowInstance instance, InstanceState state, DateTimeOffset now)
    {
        instance.StateJson = state.ToJson();
        instance.Version++;
        instance.UpdatedAt = now;
    }

    private static void Rename(WorkflowInstance instance, IReadOnlyList<WorkflowWait> waits, IEnumerable<InstanceEffect> effects)
    {
        foreach (var effect in effects)
            switch (effect)
            {
                case InstanceEffect.Named named:
                    instance.Name = named.Name;
                    break;
                case InstanceEffect.Correlated correlated:
                    instance.CorrelationId = correlated.CorrelationId;
                    foreach (var wait in waits)
                        wait.CorrelationId = correlated.CorrelationId;
                    break;
            }
    }

    // Removes the waits that are over; holds the others while the instance is faulted, and frees them afterwards.
    private List<WorkflowWait> Keep(IReadOnlyList<WorkflowWait> waits, Transition transition)
    {
        var freed = new List<WorkflowWait>();
        foreach (var wait in waits)
        {
            if (transition.WaitsToRemove.Contains(wait.ActivityId) || !transition.State.Waiting.Contains(wait.ActivityId))
            {
                store.RemoveWait(wait);
                continue;
            }
            if (wait.IsHeld && transition.Fault is null)
                freed.Add(wait);
            wait.IsHeld = transition.Fault is not null;
        }
        return freed;
    }

    private static WorkflowWait Add(WorkflowInstance instance, WaitRequest request, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        InstanceId = instance.Id,
        CorrelationId = instance.CorrelationId,
        ActivityId = request.ActivityId,
        Kind = request.Kind,
        Name = request.Name,
        PayloadJson = request.Payload is null ? null : WorkflowValue.ToJson(request.Payload),
        DueAt = request.DueAt,
        LastError = request.Error,
        IsIncident = request.Kind == WaitKind.Fault,
        CreatedAt = now
    };

    private static WorkflowWait FaultOf(WorkflowInstance instance, WorkflowDefinition definition, WorkflowFault fault, DateTimeOffset now) =>
        Add(instance, new WaitRequest(fault.ActivityId, WaitKind.Fault, definition.Activity(fault.ActivityId).Type, null, null) { Error = fault.Reason }, now);

    private void AddLine(WorkflowInstance instance, JournalLine line, DateTimeOffset startedAt) => store.AddJournalEntry(new WorkflowJournalEntry
    {
        InstanceId = instance.Id,
        Sequence = line.Sequence,
        ActivityId = line.ActivityId,
        Event = line.Event,
        StartedAt = startedAt,
        At = line.At,
        Outcome = line.Outcome,
        Detail = line.Detail,
        ValueJson = line.Value is null ? null : WorkflowValue.ToJson(line.Value)
    });
}
