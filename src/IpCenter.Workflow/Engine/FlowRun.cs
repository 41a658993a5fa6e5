using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Engine;

/// <summary>One burst of work, from a stimulus until everything waits. Mutable, used once, by one caller.</summary>
internal sealed class FlowRun
{
    /// <summary>More steps than any burst of a sensible definition: a loop in it never waits and never ends.</summary>
    private const int MostSteps = 10_000;

    private readonly WorkflowDefinition _definition;
    private readonly FlowGraph _graph;
    private readonly DateTimeOffset _now;
    private readonly InstanceState _before;
    private readonly ActivityValues _values;
    private readonly SortedSet<int> _waiting;
    private readonly Queue<int> _ready;
    private readonly FlowArrivals _arrivals;
    private readonly Dictionary<int, WaitRequest> _added = [];
    private readonly HashSet<int> _removed = [];
    private readonly List<InstanceEffect> _effects = [];
    private readonly List<JournalLine> _journal = [];
    private WorkflowStatus _status = WorkflowStatus.Running;
    private WorkflowFault? _fault;

    public FlowRun(WorkflowDefinition definition, InstanceState state, DateTimeOffset now)
    {
        _definition = definition;
        _graph = definition.Graph;
        _now = now;
        _before = state;
        _values = new ActivityValues(new(state.Variables), state.Inputs, new(state.Outputs));
        _waiting = [.. state.Waiting.Select(_graph.IndexOf)];
        _ready = new Queue<int>(state.Ready.Select(_graph.IndexOf));
        _arrivals = new FlowArrivals(definition, state.Arrived);
    }

    /// <summary>Ends the wait of an activity and follows its outcome.</summary>
    public void Complete(string activityId, object? value, string? detail)
    {
        var index = _graph.IndexOf(activityId);
        if (!_waiting.Contains(index))
            throw new InvalidOperationException($"Activity '{activityId}' does not wait.");
        var activity = _definition.Activities[index];
        StopWaiting(index);
        if (activity.ResultVariable is { } variableId)
            _values.Variables[variableId] = value;
        Follow(index, activity.Ports, detail, value);
    }

    /// <summary>Lets a failed activity run again: the first of the ready ones, or one that waits for a person alone.</summary>
    public void Retry(string activityId, string reason)
    {
        var failed = _graph.IndexOf(activityId);
        if (_waiting.Contains(failed))
        {
            StopWaiting(failed);
            _ready.Enqueue(failed);
        }
        else if (!_ready.TryPeek(out var first) || first != failed)
            throw new InvalidOperationException($"Activity '{activityId}' did not fail.");
        Record(failed, JournalEvent.Retried, null, reason);
    }

    /// <summary>Ends the instance early.</summary>
    public Transition Cancel(string reason)
    {
        End();
        _status = WorkflowStatus.Cancelled;
        Record("", JournalEvent.Cancelled, null, reason);
        return Result();
    }

    /// <summary>Runs what is ready until everything waits, the instance ends or an activity fails.</summary>
    public Transition Finish()
    {
        for (var steps = 0; _status == WorkflowStatus.Running && _fault is null; steps++)
        {
            if (_ready.TryPeek(out var next))
                Step(next, steps);
            else if (!DecideOneJoin())
                break;
        }
        if (_status == WorkflowStatus.Running && _fault is null && _waiting.Count == 0)
            _status = WorkflowStatus.Finished;
        return Result();
    }

    private void Record(string activityId, JournalEvent what, string? outcome, string? detail, object? value = null) =>
        _journal.Add(new JournalLine(_before.Sequence + _journal.Count + 1, activityId, what, _now, outcome, detail, value));

    private void Record(int index, JournalEvent what, string? outcome, string? detail, object? value = null) =>
        Record(_definition.Activities[index].Id, what, outcome, detail, value);

    private void Step(int index, int steps)
    {
        ActivityOutcome outcome;
        try
        {
            if (steps >= MostSteps)
                throw new ExpressionFaultException($"after {MostSteps} steps nothing waits: a loop does not end");
            if (_waiting.Contains(index))
                throw new ExpressionFaultException("it was to start again while it still waits");
            outcome = ActivityExecution.Run(_definition, _definition.Activities[index], _values, _now);
        }
        catch (ExpressionFaultException failure)
        {
            Fault(index, failure.Message);
            return;
        }
        _ready.Dequeue();
        if (outcome.Effect is { } effect)
            _effects.Add(effect);
        switch (outcome)
        {
            case ActivityOutcome.Waits waits:
                _waiting.Add(index);
                _added[index] = waits.Request;
                break;
            case ActivityOutcome.Ends ends:
                Record(index, JournalEvent.Completed, null, ends.Outcomes);
                End();
                _status = WorkflowStatus.Finished;
                break;
            case ActivityOutcome.Follows follows:
                Follow(index, follows.Ports, null, null);
                break;
        }
    }

    // The instance stops where it is; or, where the definition says so, the activity alone waits for a person.
    private void Fault(int index, string reason)
    {
        var activity = _definition.Activities[index];
        Record(index, JournalEvent.Faulted, null, reason);
        if (_definition.Options.ContinuesAfterFault && !_waiting.Contains(index))
        {
            _ready.Dequeue();
            _waiting.Add(index);
            _added[index] = new WaitRequest(activity.Id, WaitKind.Fault, activity.Type, null, null) { Error = reason };
            return;
        }
        _fault = new WorkflowFault(activity.Id, reason);
        _status = WorkflowStatus.Faulted;
    }

    private void Follow(int index, IReadOnlyList<string> ports, string? detail, object? value)
    {
        Record(index, JournalEvent.Completed, string.Join(", ", ports), detail, value);
        var followed = _graph.Outbound[index].Where(c => ports.Contains(_definition.Connections[c].Port)).ToList();
        foreach (var connection in followed.Where(c => !Decides(c)))
            Arrive(connection);
        // A race is decided when everything that this outcome starts is under way, and once, however many arrows reach it together.
        var decided = followed.Where(Decides).Select(c => _graph.To[c]).Distinct().ToList();
        decided.ForEach(_ready.Enqueue);
        decided.ForEach(CancelUpstream);
    }

    private bool Decides(int connection) => !_graph.IsBackward[connection] && _graph.ForwardInbound[_graph.To[connection]].Length > 1
        && FlowArrivals.ModeOf(_definition.Activities[_graph.To[connection]]) == JoinMode.WaitAny;

    private void Arrive(int connection)
    {
        var target = _graph.To[connection];
        if (_graph.IsBackward[connection] || _graph.ForwardInbound[target].Length == 1)
            _ready.Enqueue(target);
        else if (_arrivals.Add(target, connection))
        {
            _arrivals.Clear(target);
            _ready.Enqueue(target);
        }
    }

    // The race is decided: whatever could still come to the join is dropped, wherever it stands.
    private void CancelUpstream(int join)
    {
        bool IsUpstream(int activity) => _graph.ForwardInbound[join].Any(c => _graph.CanFollow(activity, c));
        foreach (var loser in _waiting.Where(IsUpstream).ToList())
            CancelWaiting(loser);
        var remaining = _ready.Where(activity => !IsUpstream(activity)).ToList();
        _ready.Clear();
        remaining.ForEach(_ready.Enqueue);
        foreach (var target in _arrivals.Targets.Where(IsUpstream).ToList())
            _arrivals.Clear(target);
    }

    private bool DecideOneJoin()
    {
        foreach (var join in _arrivals.Targets.OrderBy(target => _graph.Order[target]))
        {
            if (_graph.ForwardInbound[join].Any(c => !_arrivals.Has(join, c) && MayStillArrive(join, c)))
                continue;
            _arrivals.Clear(join);
            if (FlowArrivals.ModeOf(_definition.Activities[join]) == JoinMode.WaitAll)
                Record(join, JournalEvent.Skipped, null, "a branch that it waits for can no longer come");
            else
                _ready.Enqueue(join);
            return true;
        }
        return false;
    }

    private bool MayStillArrive(int join, int connection) =>
        _waiting.Any(activity => _graph.CanFollow(activity, connection))
        || _arrivals.Targets.Any(other => other != join && _graph.CanFollow(other, connection));

    private void End()
    {
        foreach (var index in _waiting.ToList())
            CancelWaiting(index);
        _ready.Clear();
        _arrivals.ClearAll();
    }

    private void CancelWaiting(int index)
    {
        StopWaiting(index);
        Record(index, JournalEvent.Cancelled, null, null);
    }

    private void StopWaiting(int index)
    {
        _waiting.Remove(index);
        if (!_added.Remove(index))
            _removed.Add(index);
    }

    private Transition Result()
    {
        string Id(int index) => _definition.Activities[index].Id;
        var state = new InstanceState
        {
            Variables = _values.Variables,
            Inputs = _before.Inputs,
            Outputs = _values.Outputs,
            Waiting = [.. _waiting.Select(Id)],
            Arrived = _arrivals.ToState(),
            Ready = [.. _ready.Select(Id)],
            Sequence = _before.Sequence + _journal.Count
        };
        return new Transition(state, _status, _fault, [.. _added.Values], [.. _removed.Select(Id)], _effects, _journal);
    }
}
