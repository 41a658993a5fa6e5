using System.Globalization;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Life;

/// <summary>A wait as it began, with the day that it was due.</summary>
internal sealed record PlannedWait(string ActivityId, string Name, int Round, DateTimeOffset StartedAt, DateTimeOffset? DueAt, object? Payload);

/// <summary>One run of a definition, driven by what is on record. Mutable, played once.</summary>
/// <param name="definition">The definition that is run.</param>
/// <param name="run">The record.</param>
/// <param name="map">Recorded activity ids by what they are called in this definition, where they differ.</param>
/// <param name="original">The record's own run, played before, when this is a changed definition; null for the record itself.</param>
/// <param name="forecast">Works out results that are not on record; null for the record itself.</param>
internal sealed class ReplayedRun(
    WorkflowDefinition definition, RecordedRun run, IReadOnlyDictionary<string, string> map, ReplayedRun? original, TaskForecast? forecast)
{
    private readonly List<PlannedWait> _planned = [];
    private readonly Dictionary<string, (WaitRequest Request, DateTimeOffset Since)> _waiting = [];
    private readonly HashSet<string> _recordedIds = [.. run.Journal.Select(line => map.GetValueOrDefault(line.ActivityId, line.ActivityId))];
    private InstanceState? _state;
    private WorkflowStatus _status;

    /// <summary>Every wait that has or could have a deadline: timers and people's tasks, in the order in which they began.</summary>
    public IReadOnlyList<PlannedWait> Planned => _planned;

    public Divergence? Divergence { get; private set; }

    public void Play()
    {
        if (run.Journal.FirstOrDefault(line => line.Event == JournalEvent.Migrated) is { } migrated)
        {
            Part("", migrated.At, DivergenceReason.NotOnRecord);
            return;
        }
        Apply(WorkflowEngine.Start(definition, run.Inputs, run.StartedAt), run.StartedAt);
        foreach (var line in run.Journal)
        {
            if (Divergence is not null)
                return;
            if (line.Event == JournalEvent.Cancelled && line.ActivityId.Length == 0)
                return;
            if (line.Event == JournalEvent.Completed && WasAwaited(line))
                Take(line);
            else if (line is { Event: JournalEvent.Revised, ValueJson: not null })
                Revise(line);
        }
        if (original is not null)
            LetTimePass(run.Until);
    }

    // Lines of what ran without waiting follow by themselves. In a changed definition timers fire by their own time.
    private bool WasAwaited(WorkflowJournalEntry line)
    {
        var id = map.GetValueOrDefault(line.ActivityId, line.ActivityId);
        var activity = definition.Activities.FirstOrDefault(a => a.Id == id);
        return activity switch
        {
            RunTaskActivity or EventActivity or ChildWorkflowActivity => true,
            DelayActivity or TimerActivity or CronActivity or StartAtActivity => original is null && _waiting.ContainsKey(id),
            // Not in this definition: a result on record that nobody takes.
            null => line.ValueJson is not null,
            _ => false
        };
    }

    private void Take(WorkflowJournalEntry line)
    {
        if (original is not null)
            LetTimePass(line.At);
        if (Divergence is not null)
            return;
        if (_status != WorkflowStatus.Running)
        {
            Part(line.ActivityId, line.At, DivergenceReason.NotAwaited);
            return;
        }
        var id = map.GetValueOrDefault(line.ActivityId, line.ActivityId);
        if (!_waiting.TryGetValue(id, out var wait))
        {
            // A child or dispatch that went on without waiting leaves a line too.
            if (definition.Activities.All(a => a.Id != id) || line.StartedAt != line.At)
                Part(line.ActivityId, line.At, DivergenceReason.NotAwaited);
            return;
        }
        var value = line.ValueJson is null ? null : WorkflowValue.FromJson(line.ValueJson);
        if (wait.Request.Kind == WaitKind.SystemTask && original?.PayloadOf(line.ActivityId, RoundOf(id)) is { } before && !Same(before, wait.Request.Payload))
            value = Forecast(wait.Request, line.At) ?? value;
        Complete(id, value, line.At);
    }

    // A result that came of a changed question was not revised by anybody: what it would have become is not known.
    private void Revise(WorkflowJournalEntry line)
    {
        if (original is not null)
            LetTimePass(line.At);
        if (Divergence is not null)
            return;
        var id = map.GetValueOrDefault(line.ActivityId, line.ActivityId);
        if (definition.Activities.All(a => a.Id != id)
            || (original?.PayloadOf(line.ActivityId, RoundOf(id)) is { } before && !Same(before, PayloadOf(id, RoundOf(id)))))
        {
            Part(line.ActivityId, line.At, DivergenceReason.UnknownResult);
            return;
        }
        var revision = WorkflowEngine.Revise(definition, _state!, id, WorkflowValue.FromJson(line.ValueJson!), line.At);
        _state = revision.State;
        foreach (var request in revision.Waits)
        {
            _waiting[request.ActivityId] = (request, _waiting[request.ActivityId].Since);
            var at = _planned.FindLastIndex(wait => wait.ActivityId == request.ActivityId);
            _planned[at] = _planned[at] with { DueAt = DueOf(request), Payload = request.Payload };
        }
    }

    private object? PayloadOf(string activityId, int round) =>
        _planned.FirstOrDefault(wait => wait.ActivityId == activityId && wait.Round == round)?.Payload;

    // Timers that come due, and new tasks of the system that nobody recorded, up to an instant.
    private void LetTimePass(DateTimeOffset until)
    {
        while (Divergence is null && _status == WorkflowStatus.Running)
        {
            var next = _waiting.Values
                .Where(wait => IsOwn(wait.Request) && wait.Request.DueAt <= until)
                .OrderBy(wait => wait.Request.DueAt)
                .Select(wait => wait.Request)
                .FirstOrDefault();
            if (next is null)
                return;
            var at = next.DueAt!.Value;
            if (next.Kind == WaitKind.Timer)
                Complete(next.ActivityId, null, at);
            else if (Forecast(next, at) is { } value)
                Complete(next.ActivityId, value, at);
            else
                Part(next.ActivityId, at, DivergenceReason.UnknownResult);
        }
    }

    private bool IsOwn(WaitRequest request) =>
        request.Kind == WaitKind.Timer || (request.Kind == WaitKind.SystemTask && !_recordedIds.Contains(request.ActivityId));

    private object? Forecast(WaitRequest request, DateTimeOffset at) => forecast?.Invoke(
        request.Name, request.Payload as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(), at);

    private void Complete(string activityId, object? value, DateTimeOffset at) =>
        Apply(WorkflowEngine.Resume(definition, _state!, new Stimulus.Completed(activityId, value), at), at);

    private void Apply(Transition transition, DateTimeOffset at)
    {
        (_state, _status) = (transition.State, transition.Status);
        foreach (var gone in transition.WaitsToRemove)
            _waiting.Remove(gone);
        foreach (var request in transition.WaitsToAdd)
        {
            _waiting[request.ActivityId] = (request, at);
            if (request.Kind is WaitKind.Timer or WaitKind.PersonTask or WaitKind.SystemTask)
                _planned.Add(new PlannedWait(request.ActivityId, request.Name, RoundOf(request.ActivityId) + 1, at, DueOf(request), request.Payload));
        }
        if (transition.Fault is { } fault)
            Part(fault.ActivityId, at, DivergenceReason.Fault);
    }

    private int RoundOf(string activityId) => _planned.Count(wait => wait.ActivityId == activityId);

    private static DateTimeOffset? DueOf(WaitRequest request) => request.Kind switch
    {
        WaitKind.Timer => request.DueAt,
        WaitKind.PersonTask when request.Payload is IReadOnlyDictionary<string, object?> payload
            && payload.GetValueOrDefault("dueAt") is string text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var due) => due,
        _ => null
    };

    private static bool Same(object? one, object? other) => WorkflowValue.ToJson(one) == WorkflowValue.ToJson(other);

    private void Part(string activityId, DateTimeOffset at, DivergenceReason reason) => Divergence ??= new Divergence(activityId, at, reason);
}
