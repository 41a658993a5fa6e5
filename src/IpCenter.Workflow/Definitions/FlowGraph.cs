namespace IpCenter.Workflow.Definitions;

/// <summary>
/// The flowchart as numbers: activity i is <c>Activities[i]</c>, connection c is <c>Connections[c]</c>.
/// A connection goes backward when every way from the start to its source passes through its target (the target dominates
/// the source); the rest is acyclic in every accepted definition.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<int, bool[]> _upstream = [];
    private readonly bool[][] _loops;
    private readonly int[][] _inbound;

    public FlowGraph(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections)
    {
        Count = activities.Count;
        _index = activities.Select((activity, i) => (activity.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        Start = Enumerable.Range(0, Count).First(i => activities[i] is StartActivity);
        From = [.. connections.Select(c => _index[c.Source])];
        To = [.. connections.Select(c => _index[c.Target])];
        Outbound = [.. Enumerable.Range(0, Count).Select(i => Where(From, i))];
        _inbound = [.. Enumerable.Range(0, Count).Select(i => Where(To, i))];
        var dominates = Dominance();
        IsBackward = [.. Enumerable.Range(0, From.Length).Select(c => dominates[From[c]][To[c]])];
        ForwardInbound = [.. _inbound.Select(list => list.Where(c => !IsBackward[c]).ToArray())];
        _loops = [.. Enumerable.Range(0, From.Length).Select(c => IsBackward[c] ? Loop(c) : [])];
        Order = Topological();
        foreach (var c in Enumerable.Range(0, From.Length).Where(c => !IsBackward[c] && ForwardInbound[To[c]].Length > 1))
            _upstream[c] = Upstream(c);
    }

    public int Count { get; }

    public int Start { get; }

    /// <summary>Source of each connection.</summary>
    public int[] From { get; }

    /// <summary>Target of each connection.</summary>
    public int[] To { get; }

    /// <summary>True for connections that close a loop.</summary>
    public bool[] IsBackward { get; }

    /// <summary>Connections out of each activity.</summary>
    public int[][] Outbound { get; }

    /// <summary>Connections into each activity that do not close a loop.</summary>
    public int[][] ForwardInbound { get; }

    /// <summary>Place of each activity in an order in which forward connections point onward; -1 for those on an irreducible loop.</summary>
    public int[] Order { get; }

    public int IndexOf(string activityId) => _index[activityId];

    /// <summary>
    /// True when work at an activity can still follow the connection in this round: over a way that avoids the connection's
    /// target and goes round only such loops as do not contain the target.
    /// </summary>
    public bool CanFollow(int activity, int connection) => _upstream[connection][activity];

    /// <summary>Activities of the loop that a backward connection closes.</summary>
    public bool[] LoopOf(int backward) => _loops[backward];

    /// <summary>The activity and what forward connections lead to from it, on ways that avoid one activity.</summary>
    public bool[] ForwardReach(int from, int avoiding = -1)
    {
        var reached = new bool[Count];
        Spread(from, avoiding, reached);
        return reached;
    }

    /// <summary>What is reached by following connections, the backward ones excepted, on ways that avoid one activity.</summary>
    public bool[] ForwardReach(IEnumerable<int> connections, int avoiding = -1)
    {
        var reached = new bool[Count];
        foreach (var c in connections.Where(c => !IsBackward[c]))
            Spread(To[c], avoiding, reached);
        return reached;
    }

    /// <summary>Activities from where any way leads to an activity without passing through another one.</summary>
    public bool[] ReachBack(int to, int notThrough)
    {
        var members = new bool[Count];
        Collect(to, members, c => To[c] != notThrough);
        return members;
    }

    /// <summary>
    /// Activities from where work can still come to an activity in its round: without passing through another one, and round
    /// only such loops as do not contain the activity.
    /// </summary>
    public bool[] ComesTo(int to, int notThrough)
    {
        var members = new bool[Count];
        Collect(to, members, c => To[c] != notThrough && (!IsBackward[c] || !_loops[c][to]));
        return members;
    }

    /// <summary>True when the first arrow that leads to it ends or stops the instance; where several lead to it, it waits for the others.</summary>
    public bool EndsAtOnce(IReadOnlyList<Activity> activities, int activity) => activities[activity].IsTerminal && ForwardInbound[activity].Length == 1;

    private void Spread(int from, int avoiding, bool[] reached)
    {
        var open = new Stack<int>([from]);
        while (open.TryPop(out var activity))
        {
            if (activity == avoiding || reached[activity])
                continue;
            reached[activity] = true;
            foreach (var c in Outbound[activity])
                if (!IsBackward[c])
                    open.Push(To[c]);
        }
    }

    // For each activity, which activities every way from the start to it passes through (itself included).
    private bool[][] Dominance()
    {
        var dominators = new bool[Count][];
        for (var i = 0; i < Count; i++)
        {
            dominators[i] = new bool[Count];
            Array.Fill(dominators[i], i != Start);
            dominators[i][i] = true;
        }
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < Count; i++)
                for (var d = 0; i != Start && d < Count; d++)
                    if (dominators[i][d] && d != i && _inbound[i].Any(c => !dominators[From[c]][d]))
                        (dominators[i][d], changed) = (false, true);
        }
        return dominators;
    }

    // The natural loop: what leads to the connection's source without passing through its target.
    private bool[] Loop(int backward)
    {
        var body = new bool[Count];
        body[To[backward]] = true;
        Collect(From[backward], body, _ => true);
        return body;
    }

    private bool[] Upstream(int connection)
    {
        var target = To[connection];
        var members = new bool[Count];
        members[target] = true;
        Collect(From[connection], members, c => !IsBackward[c] || !_loops[c][target]);
        members[target] = false;
        return members;
    }

    private void Collect(int from, bool[] members, Func<int, bool> follows)
    {
        var open = new Stack<int>([from]);
        while (open.TryPop(out var activity))
        {
            if (members[activity])
                continue;
            members[activity] = true;
            foreach (var c in _inbound[activity])
                if (follows(c))
                    open.Push(From[c]);
        }
    }

    private int[] Topological()
    {
        var order = new int[Count];
        Array.Fill(order, -1);
        var missing = ForwardInbound.Select(list => list.Length).ToArray();
        var open = new Queue<int>(Enumerable.Range(0, Count).Where(i => missing[i] == 0));
        for (var place = 0; open.TryDequeue(out var activity); place++)
        {
            order[activity] = place;
            foreach (var c in Outbound[activity])
                if (!IsBackward[c] && --missing[To[c]] == 0)
                    open.Enqueue(To[c]);
        }
        return order;
    }

    private static int[] Where(int[] ends, int activity) => [.. Enumerable.Range(0, ends.Length).Where(c => ends[c] == activity)];
}
