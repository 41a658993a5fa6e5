namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Which activities can wait at the same time: some fork leads to one and, by another of its connections, to the other, and
/// neither way passes through what comes after the other.
/// </summary>
internal sealed class WaitsTogether(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph)
{
    // For each set of connections that are followed together, where they lead.
    private readonly List<int[]> _groups = [.. Enumerable.Range(0, graph.Count)
        .SelectMany(fork => LoopCheck.Groups(activities, connections, graph, fork))
        .Select(group => group.Select(c => graph.To[c]).ToArray())];

    public bool Can(int one, int other)
    {
        var toOne = LeadTo(one, After(other));
        var toOther = LeadTo(other, After(one));
        return _groups.Any(targets =>
        {
            for (var a = 0; a < targets.Length; a++)
                for (var b = 0; b < targets.Length; b++)
                    if (a != b && toOne[targets[a]] && toOther[targets[b]])
                        return true;
            return false;
        });
    }

    private bool[] After(int activity) => graph.ForwardReach(graph.Outbound[activity]);

    // The activities from which forward connections lead to the target without touching what is closed.
    private bool[] LeadTo(int target, bool[] closed)
    {
        var leads = new bool[graph.Count];
        var open = new Stack<int>([target]);
        while (open.TryPop(out var activity))
        {
            if (leads[activity] || closed[activity])
                continue;
            leads[activity] = true;
            foreach (var c in graph.ForwardInbound[activity])
                open.Push(graph.From[c]);
        }
        return leads;
    }
}
