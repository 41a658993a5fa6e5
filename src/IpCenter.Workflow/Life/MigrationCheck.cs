using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Life;

/// <summary>
/// Carries an instance's state over to another version of its definition, on paper. What ran has run: nothing is done again, and
/// a deadline that was set stays as it was set.
/// </summary>
internal sealed class MigrationCheck(WorkflowDefinition from, WorkflowDefinition to, MigrationPlan plan)
{
    private readonly WaitsTogether _together = new(to.Activities, to.Connections, to.Graph);
    private readonly HashSet<string> _targets = to.Activities.Select(activity => activity.Id).ToHashSet();

    public MigrationReport Check(WorkflowInstance instance)
    {
        var problems = new List<MigrationProblem>();
        var notes = new List<MigrationNote>();
        if (instance.DefinitionId != from.DefinitionId || instance.DefinitionVersion != from.Version || instance.HasEnded)
            return new MigrationReport(instance.Id, instance.CorrelationId, [], [], [new("", MigrationObstacle.NotThisVersion)]);
        var state = InstanceState.FromJson(instance.StateJson);
        if (!instance.HasBegun)
            state = state with { Ready = [] };
        foreach (var id in state.Waiting.Concat(state.Ready).Distinct())
            if (ObstacleOf(id) is { } obstacle)
                problems.Add(new(id, obstacle));
        var moves = state.Waiting.Select(id => new MigrationMove(id, plan.TargetOf(id))).ToList();
        if (problems.Count == 0)
            problems.AddRange(Apart(moves));
        var arrived = Arrived(state, problems);
        var variables = Variables(state, notes, problems);
        notes.AddRange(to.Inputs.Where(input => !state.Inputs.ContainsKey(input.Name))
            .Select(input => new MigrationNote(MigrationNoteKind.MissingInput, input.Name)));
        return new MigrationReport(instance.Id, instance.CorrelationId, moves, notes, problems)
        {
            State = problems.Count > 0 ? null : state with
            {
                Variables = variables,
                Waiting = [.. moves.Select(move => move.To)],
                Ready = instance.HasBegun ? [.. state.Ready.Select(plan.TargetOf)] : WorkflowEngine.Initial(to, state.Inputs).Ready,
                Arrived = arrived
            }
        };
    }

    private MigrationObstacle? ObstacleOf(string activityId)
    {
        var target = plan.TargetOf(activityId);
        if (!_targets.Contains(target))
            return MigrationObstacle.NoTarget;
        return (from.Activity(activityId), to.Activity(target)) switch
        {
            (RunTaskActivity old, RunTaskActivity now) when old.TaskName != now.TaskName || old.IsHandled != now.IsHandled => MigrationObstacle.OtherKind,
            (EventActivity old, EventActivity now) when !AreSame(old.EventName, now.EventName) => MigrationObstacle.OtherKind,
            (ChildWorkflowActivity old, ChildWorkflowActivity now) when old.DefinitionId != now.DefinitionId => MigrationObstacle.OtherKind,
            var (old, now) when old.GetType() != now.GetType() => MigrationObstacle.OtherKind,
            _ => null
        };
    }

    private static bool AreSame(WorkflowExpression one, WorkflowExpression other) => (one, other) switch
    {
        (JavaScriptExpression a, JavaScriptExpression b) => a.Source == b.Source,
        _ => one.Equals(other)
    };

    private IEnumerable<MigrationProblem> Apart(List<MigrationMove> moves)
    {
        for (var a = 0; a < moves.Count; a++)
            for (var b = 0; b < a; b++)
                if (moves[a].To == moves[b].To || !_together.Can(to.Graph.IndexOf(moves[a].To), to.Graph.IndexOf(moves[b].To)))
                    yield return new(moves[a].From, MigrationObstacle.NeverTogether);
    }

    private Dictionary<string, IReadOnlyList<string>> Arrived(InstanceState state, List<MigrationProblem> problems)
    {
        var mapped = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (join, keys) in state.Arrived)
        {
            var target = plan.TargetOf(join);
            var known = _targets.Contains(target)
                ? to.Graph.ForwardInbound[to.Graph.IndexOf(target)].Select(c => to.Connections[c].Key).ToHashSet()
                : [];
            var moved = keys.Select(Moved).ToList();
            if (moved.Any(key => !known.Contains(key)))
                problems.Add(new(join, MigrationObstacle.BranchGone));
            else
                mapped[target] = moved;
        }
        return mapped;
    }

    // A connection's key is its source and its port.
    private string Moved(string key)
    {
        var connection = from.Connections.First(c => c.Key == key);
        return (connection with { Source = plan.TargetOf(connection.Source) }).Key;
    }

    private Dictionary<string, object?> Variables(InstanceState state, List<MigrationNote> notes, List<MigrationProblem> problems)
    {
        var values = new Dictionary<string, object?>();
        foreach (var variable in to.Variables)
        {
            if (!state.Variables.TryGetValue(variable.Id, out var value))
            {
                notes.Add(new(MigrationNoteKind.NewVariable, variable.Name));
                value = variable.Default;
            }
            if (!VariableConversion.TryConvert(variable.Type, value, out var converted))
                problems.Add(new(variable.Name, MigrationObstacle.ValueDoesNotFit));
            values[variable.Id] = converted;
        }
        notes.AddRange(from.Variables.Where(variable => !values.ContainsKey(variable.Id))
            .Select(variable => new MigrationNote(MigrationNoteKind.DroppedVariable, variable.Name)));
        return values;
    }
}
