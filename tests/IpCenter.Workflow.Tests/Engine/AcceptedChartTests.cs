using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>
/// Random flowcharts with loops, forks and every kind of join. Most are refused. Those that the loader accepts must keep its
/// promise on every random walk: nothing starts beside itself, nothing hangs, and an instance finishes by an End only.
/// </summary>
public sealed class AcceptedChartTests
{
    private static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];

    [Fact]
    public void An_accepted_flowchart_neither_doubles_nor_loses_work()
    {
        var (withLoop, withWaitAll, refused) = (0, 0, 0);
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var reading = Chart(random).Read();
            if (!reading.IsValid)
            {
                refused++;
                continue;
            }
            var definition = reading.Catalog.Definitions.Single();
            withLoop += definition.Graph.IsBackward.Contains(true) ? 1 : 0;
            withWaitAll += definition.Activities.Any(activity => activity is FlowJoinActivity { Mode: JoinMode.WaitAll }) ? 1 : 0;
            for (var walk = 0; walk < 4; walk++)
                Walk(definition, random, seed);
        }
        Assert.True(
            withLoop > 200 && withWaitAll > 200 && refused > 200,
            $"too few charts to say anything: {withLoop} with a loop, {withWaitAll} with WaitAll, {refused} refused");
    }

    private static void Walk(WorkflowDefinition definition, Random random, int seed)
    {
        var drive = new EngineDrive(definition);
        for (var step = 0; step < 40 && drive.Last.Status == WorkflowStatus.Running; step++)
        {
            var waiting = drive.Last.State.Waiting;
            Assert.NotEmpty(waiting);
            drive.Done(waiting[random.Next(waiting.Count)]);
        }
        // A bent arrow may make a counting loop that resets itself: that it stops with a reason is all that can be asked.
        Assert.True(drive.Last.Fault is null || drive.Last.Fault.Reason.Contains("does not end", StringComparison.Ordinal), $"seed {seed}: {drive.Last.Fault}");
        if (drive.Last.Status == WorkflowStatus.Finished)
            Assert.True(drive.Completed.EndsWith("end", StringComparison.Ordinal), $"seed {seed} finished after {drive.Completed}");
    }

    // A structured process with up to three arrows bent to anywhere.
    private static FlowText Chart(Random random)
    {
        var flow = new FlowText().Start();
        var count = 0;
        var exits = Part(random, 4, ref count).Draw(flow, ["start"]);
        flow.End();
        foreach (var exit in exits)
            flow.Arrows($"{exit} > end");
        var activities = flow.Root["activities"]!.AsArray();
        var connections = flow.Root["connections"]!.AsArray();
        for (var bent = random.Next(4); bent > 0; bent--)
            connections[random.Next(connections.Count)]!["target"]!["activity"] = activities[random.Next(1, activities.Count)]!["id"]!.DeepClone();
        return flow;
    }

    private static Block Part(Random random, int depth, ref int count)
    {
        var id = ++count;
        return (depth == 0 ? 0 : random.Next(10)) switch
        {
            < 2 => new Block.Work($"W{id}"),
            < 5 => new Block.Sequence(Part(random, depth - 1, ref count), Part(random, depth - 1, ref count)),
            < 6 => new Block.Choice($"C{id}", random.Next(2) == 0, Part(random, depth - 1, ref count), Part(random, depth - 1, ref count)),
            < 9 => new Block.Parallel($"P{id}", Modes[random.Next(3)], Part(random, depth - 1, ref count), Part(random, depth - 1, ref count)),
            _ => new Block.Repeat($"R{id}", random.Next(1, 4), Part(random, depth - 1, ref count))
        };
    }
}
