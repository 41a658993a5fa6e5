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
            for (var race = 0; race < graph.Count; race++)
                if (activities[race] is FlowJoinActivity { Mode: JoinMode.WaitAny })
                    foreach (var loser in Starving(activities, connections, graph, join, race).Take(1))
                        FlowchartCheck.Refuse(
                            root, activities, join,
                            $"when '{activities[race].Id}' decides its race it cancels '{activities[loser].Id}', which leads here too, and WaitAll then never completes; use WaitAllActive");
            for (var choice = 0; choice < graph.Count; choice++)
                if (IsChoice(activities[choice]))
                    foreach (var port in DeadPorts(activities, connections, graph, join, choice))
                        FlowchartCheck.Refuse(
                            root, activities, join,
                            $"the outcome '{port}' of '{activities[choice].Id}' leaves a branch out, and WaitAll then never completes; use WaitAllActive");
        }
    }

    // Activities that a race may cancel although they lead to the WaitAll join on a way of their own.
    private static IEnumerable<int> Starving(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, int join, int race)
    {
        var toRace = graph.ComesTo(race, notThrough: -1);
        if (race == join || toRace[join])
            return [];
        var racing = graph.ForwardReach(Parting(graph, race), avoiding: race);
        return Enumerable.Range(0, graph.Count).Where(fork => racing[fork])
            .SelectMany(fork => LoopCheck.Groups(activities, connections, graph, fork))
            .SelectMany(group => group.SelectMany(one => group.Where(other => other != one), (one, other) => (One: one, Other: other)))
            .Where(pair => graph.ForwardReach([pair.One])[race])
            .SelectMany(pair => Loses(graph, toRace, pair.Other, join, race))
            .Distinct();
    }

    private static IEnumerable<int> Loses(FlowGraph graph, bool[] toRace, int other, int join, int race)
    {
        var alive = graph.ForwardReach([other], avoiding: race);
        return Enumerable.Range(0, graph.Count).Where(i => alive[i] && toRace[i] && graph.ForwardReach(i, avoiding: race)[join]);
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
            var leaves = reached.Count == 0 && (!IsAfterParting(graph, choice, join) || !Meets(activities, graph, followed, join));
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

    private static bool IsAfterParting(FlowGraph graph, int choice, int join)
    {
        var parting = Parting(graph, join);
        return choice != parting && graph.ForwardReach(parting, avoiding: join)[choice];
    }

    // The last activity that every way to the join passes: there its branches part.
    private static int Parting(FlowGraph graph, int join) => Enumerable.Range(0, graph.Count)
        .Where(i => i != join && !graph.ForwardReach(graph.Start, avoiding: i)[join]).MaxBy(i => graph.Order[i]);

    private static bool Meets(IReadOnlyList<Activity> activities, FlowGraph graph, IEnumerable<int> followed, int join)
    {
        var behind = graph.ForwardReach(join);
        var reached = graph.ForwardReach(followed);
        return Enumerable.Range(0, graph.Count).Any(i => reached[i] && behind[i] && !graph.EndsAtOnce(activities, i));
    }
}
