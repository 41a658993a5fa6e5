using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Engine;

/// <summary>For each activity with several arrows into it: which have arrived while others are awaited.</summary>
internal sealed class FlowArrivals
{
    private readonly WorkflowDefinition _definition;
    private readonly Dictionary<int, SortedSet<int>> _arrived = [];

    public FlowArrivals(WorkflowDefinition definition, IReadOnlyDictionary<string, IReadOnlyList<string>> state)
    {
        _definition = definition;
        foreach (var (activityId, keys) in state)
        {
            var target = definition.Graph.IndexOf(activityId);
            _arrived[target] = [.. definition.Graph.ForwardInbound[target].Where(c => keys.Contains(definition.Connections[c].Key))];
        }
    }

    /// <summary>Every activity but a FlowJoin waits for all that can still come.</summary>
    public static JoinMode ModeOf(Activity activity) => activity is FlowJoinActivity join ? join.Mode : JoinMode.WaitAllActive;

    /// <summary>Activities that wait for further arrows.</summary>
    public IEnumerable<int> Targets => _arrived.Keys;

    public bool Has(int target, int connection) => _arrived[target].Contains(connection);

    /// <summary>Notes an arrival; true when it was the last.</summary>
    public bool Add(int target, int connection)
    {
        if (!_arrived.TryGetValue(target, out var connections))
            _arrived[target] = connections = [];
        connections.Add(connection);
        return connections.Count == _definition.Graph.ForwardInbound[target].Length;
    }

    public void Clear(int target) => _arrived.Remove(target);

    public void ClearAll() => _arrived.Clear();

    public Dictionary<string, IReadOnlyList<string>> ToState() => _arrived.ToDictionary(
        pair => _definition.Activities[pair.Key].Id,
        IReadOnlyList<string> (pair) => [.. pair.Value.Select(c => _definition.Connections[c].Key)]);
}
