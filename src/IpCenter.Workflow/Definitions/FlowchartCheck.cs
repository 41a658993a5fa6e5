namespace IpCenter.Workflow.Definitions;

/// <summary>Refuses flowcharts that would end, hang or double work in silence.</summary>
internal static class FlowchartCheck
{
    public static void Run(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, JsonPlace root, CatalogRules rules)
    {
        var starts = activities.OfType<StartActivity>().ToList();
        if (starts.Count != 1)
            root["activities"].Refuse(starts.Count == 0 ? "one Elsa.Start is needed" : "there are several Elsa.Start");
        DeadEnds(activities, connections, root);
        if (starts.Count != 1 || activities.DistinctBy(activity => activity.Id).Count() != activities.Count)
            return;
        var graph = new FlowGraph(activities, connections);
        var isReachable = Unreachable(activities, graph, root);
        var isReducible = IrreducibleLoops(activities, graph, root);
        if (!isReachable || !isReducible)
            return;
        LoopCheck.Run(activities, connections, graph, root);
        JoinCheck.Run(activities, connections, graph, root);
        if (rules.WaitsNeedDeadlines)
            DeadlineCheck.Run(activities, connections, graph, root);
    }

    public static void Refuse(JsonPlace root, IReadOnlyList<Activity> activities, int index, string reason) =>
        root.Report.Add(activities[index].Id, $"{root.Path}.activities[{index}]", reason);

    // An outcome without a connection ends the instance as Finished when nothing else is pending, and else is forgotten.
    private static void DeadEnds(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, JsonPlace root)
    {
        for (var i = 0; i < activities.Count; i++)
            foreach (var port in activities[i].Ports)
                if (!connections.Any(c => c.Source == activities[i].Id && c.Port == port))
                    Refuse(root, activities, i, $"nothing follows the outcome '{port}'; lead it to an End");
    }

    private static bool Unreachable(IReadOnlyList<Activity> activities, FlowGraph graph, JsonPlace root)
    {
        // Backward connections lead to where the way already was.
        var reached = graph.ForwardReach(graph.Start);
        for (var i = 0; i < graph.Count; i++)
            if (!reached[i])
                Refuse(root, activities, i, "no way leads here from the start");
        var leads = Enumerable.Range(0, graph.Count).Where(i => activities[i].IsTerminal)
            .Select(end => graph.ReachBack(end, notThrough: -1)).Aggregate(new bool[graph.Count], (all, one) => [.. all.Zip(one, (a, b) => a || b)]);
        for (var i = 0; i < graph.Count; i++)
            if (!leads[i] && activities.Zip(graph.Outbound).All(pair => pair.First.IsTerminal || pair.Second.Length > 0))
                Refuse(root, activities, i, "no way leads from here to an End");
        return reached.All(isReached => isReached);
    }

    private static bool IrreducibleLoops(IReadOnlyList<Activity> activities, FlowGraph graph, JsonPlace root)
    {
        var reached = graph.ForwardReach(graph.Start);
        var sound = true;
        for (var i = 0; i < graph.Count; i++)
        {
            if (graph.Order[i] >= 0 || !reached[i] || !graph.ForwardReach(graph.Outbound[i])[i])
                continue;
            sound = false;
            Refuse(root, activities, i, "it stands in a loop that can be entered at several places; Elsa throws on it. Lead every way into the loop through one activity");
        }
        return sound;
    }
}
