using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Random flowcharts without any regard to sense: the loader says which of them are definitions.</summary>
internal static class WildDefinition
{
    private static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];

    public static FlowText Draw(Random random) => random.Next(2) == 0 ? Scattered(random) : Bent(random);

    // Activities in a row, with arrows to anywhere further on and some to anywhere before.
    private static FlowText Scattered(Random random)
    {
        var draw = new RandomActivities(random);
        var row = Enumerable.Range(0, random.Next(3, 11)).Select(_ => Activity(draw)).ToList();
        row.Add((draw.End(), []));
        draw.Connect("start", row[0].Id);
        for (var i = 0; i < row.Count; i++)
            foreach (var port in row[i].Ports)
            {
                var targets = new HashSet<int> { draw.Chance(15) && i > 0 ? random.Next(0, i + 1) : random.Next(i + 1, Math.Min(row.Count, i + 5)) };
                if (draw.Chance(15))
                    targets.Add(random.Next(i + 1, row.Count));
                foreach (var target in targets)
                    draw.Connect(port == "Done" ? row[i].Id : $"{row[i].Id}.{port}", row[target].Id);
            }
        var flow = draw.ToFlow();
        Unreachable.Remove(flow.Root);
        return flow;
    }

    // A structured process with some arrows bent to anywhere.
    private static FlowText Bent(Random random)
    {
        var flow = StructuredDefinition.Draw(random);
        var activities = flow.Root["activities"]!.AsArray();
        var connections = flow.Root["connections"]!.AsArray();
        for (var bent = random.Next(1, 4); bent > 0; bent--)
            connections[random.Next(connections.Count)]!["target"]!["activity"] = activities[random.Next(1, activities.Count)]!["id"]!.DeepClone();
        Unreachable.Remove(flow.Root);
        return flow;
    }

    private static (string Id, string[] Ports) Activity(RandomActivities draw) => draw.Next(0, 20) switch
    {
        < 4 => (draw.Decision(draw.Condition()), ["True", "False"]),
        < 6 => (draw.Fork("A", "B"), ["A", "B"]),
        < 10 => (draw.Join(Modes[draw.Next(0, 3)]), ["Done"]),
        < 11 => (draw.Switch(draw.Chance(50) ? "MatchAny" : "MatchFirst", "A", "B"), ["A", "B", "Default"]),
        < 12 => (draw.End(), []),
        _ => (draw.Step(), ["Done"])
    };
}
