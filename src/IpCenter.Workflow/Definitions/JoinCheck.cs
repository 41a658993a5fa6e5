namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Refuses WaitAll joins that a choice upstream can leave waiting for ever: Elsa passes over the join and finishes the
/// instance without running what follows.
/// </summary>
internal static class JoinCheck
{
    public static void Run(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, JsonPlace root)
    {
        for (var join = 0; join < graph.Count; join++)
        {
            if (activities[join] is not FlowJoinActivity { Mode: JoinMode.WaitAll })
                continue;
            for (var choice = 0; choice < graph.Count; choice++)
                if (IsChoice(activities[choice]))
                    foreach (var port in DeadPorts(activities, connections, graph, join, choice))
                        FlowchartCheck.Refuse(
                            root, activities, join,
                            $"the outcome '{port}' of '{activities[choice].Id}' leaves a branch out, and WaitAll then never completes; use WaitAllActive");
        }
    }

    private static bool IsChoice(Activity activity) => activity is FlowDecisionActivity or FlowSwitchActivity;

    private static IEnumerable<string> DeadPorts(
        IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, int join, int choice)
    {
        var byPort = graph.Outbound[choice].GroupBy(c => connections[c].Port).ToDictionary(port => port.Key, port => port.ToArray());
        var all = byPort.Values.SelectMany(port => Inbound(graph, port, join)).ToHashSet();
        foreach (var (port, followed) in byPort)
        {
            var reached = Inbound(graph, followed, join);
            if (reached.SetEquals(all) || followed.All(c => graph.IsBackward[c]))
                continue;
            // A branch that leaves for good, or a choice made before the branches part, starves nobody.
            var leaves = reached.Count == 0 && (all.Count == graph.ForwardInbound[join].Length || !Meets(activities, graph, followed, join));
            if (!leaves)
                yield return port;
        }
    }

    // Connections into the join that can be followed after these.
    private static HashSet<int> Inbound(FlowGraph graph, IEnumerable<int> followed, int join)
    {
        var ways = followed.ToList();
        var reached = graph.ForwardReach(ways, avoiding: join);
        return [.. graph.ForwardInbound[join].Where(last => ways.Contains(last) || reached[graph.From[last]])];
    }

    private static bool Meets(IReadOnlyList<Activity> activities, FlowGraph graph, IEnumerable<int> followed, int join)
    {
        var behind = graph.ForwardReach(join);
        var reached = graph.ForwardReach(followed);
        return Enumerable.Range(0, graph.Count).Any(i => reached[i] && behind[i] && !activities[i].IsTerminal);
    }
}
