namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Refuses a way back to before a fork while other branches of the fork may still be under way: the branch would start a second
/// time beside itself. A way back is safe when some activity behind the fork gathers (or, as a race, cancels) all of its branches first.
/// </summary>
internal static class LoopCheck
{
    public static void Run(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, JsonPlace root)
    {
        for (var back = 0; back < connections.Count; back++)
        {
            if (!graph.IsBackward[back])
                continue;
            if (NeverChanges(activities, graph, back))
                root.Report.Add(
                    connections[back].Source,
                    $"{root.Path}.connections[{back}]",
                    $"the loop back to '{connections[back].Target}' neither waits nor sets a variable: once entered, it never ends");
            var loop = graph.LoopOf(back);
            for (var fork = 0; fork < graph.Count; fork++)
                if (loop[fork] && Groups(activities, connections, graph, fork).Any(group => IsUnsafe(activities, graph, back, group)))
                    root.Report.Add(
                        connections[back].Source,
                        $"{root.Path}.connections[{back}]",
                        $"this way back to '{connections[back].Target}' can be taken while other branches of '{activities[fork].Id}' still wait; join the branches before going back");
        }
    }

    // True when everything in the loop only decides, forks and joins. Where some ways round it wait and others do not,
    // the conditions say which is taken, and the engine stops a burst that does not end.
    private static bool NeverChanges(IReadOnlyList<Activity> activities, FlowGraph graph, int back)
    {
        var loop = graph.LoopOf(back);
        return Enumerable.Range(0, graph.Count).Where(i => loop[i]).All(i =>
            activities[i] is StartActivity or FlowDecisionActivity or FlowSwitchActivity or FlowForkActivity or FlowJoinActivity);
    }

    // Connections out of an activity that may be followed together.
    public static IEnumerable<int[]> Groups(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, int fork)
    {
        var groups = activities[fork].FollowsSeveralPorts
            ? [graph.Outbound[fork]]
            : graph.Outbound[fork].GroupBy(c => connections[c].Port).Select(port => port.ToArray());
        return groups.Where(group => group.Length > 1);
    }

    private static bool IsUnsafe(IReadOnlyList<Activity> activities, FlowGraph graph, int back, int[] group)
    {
        if (group.Contains(back))
            return true;
        var source = graph.From[back];
        if (!graph.ForwardReach(group)[source])
            return false;
        var beforeSource = Enumerable.Range(0, graph.Count).Where(activity => !graph.ForwardReach(group, avoiding: activity)[source]);
        return !beforeSource.Any(join => Gathers(activities, graph, back, group, join));
    }

    // True when nothing of the group can be alive outside the ways to the join.
    private static bool Gathers(IReadOnlyList<Activity> activities, FlowGraph graph, int back, int[] group, int join)
    {
        var alive = graph.ForwardReach(group, avoiding: join);
        var comes = graph.ComesTo(join, notThrough: graph.To[back]);
        return Enumerable.Range(0, graph.Count).All(i => !alive[i] || comes[i] || graph.EndsAtOnce(activities, i));
    }
}
