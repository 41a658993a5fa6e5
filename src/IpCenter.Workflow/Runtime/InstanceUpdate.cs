using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Runtime;

/// <summary>Writes the engine's transitions into the tracked rows.</summary>
internal sealed class InstanceUpdate(IWorkflowStore store)
{
    /// <summary>Applies a transition. Returns the waits for events that are new, or no longer held.</summary>
    public async Task<IReadOnlyList<WorkflowWait>> ApplyAsync(
        WorkflowInstance instance, WorkflowDefinition definition, Transition transition, DateTimeOffset now, CancellationToken ct)
    {
        instance.Status = transition.Status;
        instance.Fault = transition.Fault is { } fault ? $"{fault.ActivityId}: {fault.Reason}" : null;
        instance.FinishedAt = transition.Status is WorkflowStatus.Finished or WorkflowStatus.Cancelled ? now : null;
        Store(instance, transition.State, now);
        foreach (var line in transition.Journal)
            AddLine(instance, line);
        var listening = await KeepAsync(instance, transition, ct);
        foreach (var request in transition.WaitsToAdd)
        {
            var wait = Add(instance, request, now);
            wait.IsHeld = transition.Fault is not null;
            store.AddWait(wait);
            listening.Add(wait);
        }
        if (transition.Fault is not null)
            store.AddWait(FaultOf(instance, definition, transition.Fault, now));
        return transition.Fault is null ? [.. listening.Where(wait => wait.Kind == WaitKind.Event)] : [];
    }

    /// <summary>Adds a line of history that the engine does not know of.</summary>
    public void Note(WorkflowInstance instance, WorkflowWait wait, JournalEvent what, string detail, DateTimeOffset now)
    {
        var state = InstanceState.FromJson(instance.StateJson);
        state = state with { Sequence = state.Sequence + 1 };
        Store(instance, state, now);
        AddLine(instance, new JournalLine(state.Sequence, wait.ActivityId, wait.Name, what, now, null, detail));
    }

    private static void Store(WorkflowInstance instance, InstanceState state, DateTimeOffset now)
    {
        instance.StateJson = state.ToJson();
        instance.Version++;
        instance.UpdatedAt = now;
    }

    // Removes the waits that are over; holds the others while the instance is faulted, and frees them afterwards.
    private async Task<List<WorkflowWait>> KeepAsync(WorkflowInstance instance, Transition transition, CancellationToken ct)
    {
        var freed = new List<WorkflowWait>();
        foreach (var wait in await store.WaitsOfAsync(instance.Id, ct))
        {
            if (wait.Kind == WaitKind.Fault || transition.WaitsToRemove.Contains(wait.ActivityId))
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
        CreatedAt = now
    };

    private static WorkflowWait FaultOf(WorkflowInstance instance, WorkflowDefinition definition, WorkflowFault fault, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        InstanceId = instance.Id,
        CorrelationId = instance.CorrelationId,
        ActivityId = fault.ActivityId,
        Kind = WaitKind.Fault,
        Name = definition.Activity(fault.ActivityId).Type,
        LastError = fault.Reason,
        IsIncident = true,
        CreatedAt = now
    };

    private void AddLine(WorkflowInstance instance, JournalLine line) => store.AddJournalEntry(new WorkflowJournalEntry
    {
        Id = Guid.CreateVersion7(line.At),
        InstanceId = instance.Id,
        Sequence = line.Sequence,
        ActivityId = line.ActivityId,
        ActivityType = line.ActivityType,
        Event = line.Event,
        At = line.At,
        Outcome = line.Outcome,
        Detail = line.Detail
    });
}
