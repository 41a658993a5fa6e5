using FsCheck;
using FsCheck.Fluent;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>Random structured processes, drawn as flowcharts: the loader accepts them and the engine does what the interpreter says.</summary>
public sealed class StructuredProcessTests
{
    private static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];

    [Fact]
    public void The_engine_agrees_with_an_independent_interpreter_step_by_step() =>
        Prop.ForAll(Cases().ToArbitrary(), pair => Agree(pair.Block, pair.Seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261122, 1));

    private static bool Agree(Block block, int seed)
    {
        var flow = new FlowText().Start();
        var exits = block.Draw(flow, ["start"]);
        flow.End();
        foreach (var exit in exits)
            flow.Arrows($"{exit} > end");
        var reading = flow.Read();
        Assert.Empty(reading.Problems);
        var drive = new EngineDrive(reading.Catalog!.Definitions.Single());
        var expected = block.Begin();
        var random = new Random(seed);
        for (var steps = 0; !expected.IsDone; steps++)
        {
            Assert.Equal(WorkflowStatus.Running, drive.Last.Status);
            Assert.Equal(string.Join(' ', expected.Waiting.Order(StringComparer.Ordinal)), drive.Waiting);
            var waiting = expected.Waiting.Order(StringComparer.Ordinal).ToList();
            var next = waiting[random.Next(waiting.Count)];
            expected.Complete(next);
            drive.Done(next);
            Assert.True(steps < 10_000);
        }
        Assert.Equal((WorkflowStatus.Finished, ""), (drive.Last.Status, drive.Waiting));
        Assert.Empty(drive.Last.State.Arrived);
        return true;
    }

    private static Gen<(Block Block, int Seed)> Cases() =>
        from size in Gen.Choose(1, 5)
        from block in Blocks(size)
        from seed in Gen.Choose(0, 1_000_000)
        select (Numbered(block), seed);

    private static Gen<Block> Blocks(int depth)
    {
        var work = Gen.Constant<Block>(new Block.Work(""));
        if (depth == 0)
            return work;
        var inner = Gen.Choose(0, depth - 1).SelectMany(Blocks);
        return Gen.Frequency(
            (1, work),
            (3, from first in inner from second in inner select (Block)new Block.Sequence(first, second)),
            (2, from takes in Gen.Elements(true, false) from a in inner from b in inner select (Block)new Block.Choice("", takes, a, b)),
            (4, from mode in Gen.Elements(Modes) from a in inner from b in inner select (Block)new Block.Parallel("", mode, a, b)),
            (2, from times in Gen.Choose(1, 3) from body in inner select (Block)new Block.Repeat("", times, body)));
    }

    private static Block Numbered(Block block)
    {
        var count = 0;
        return Number(block);

        Block Number(Block part) => part switch
        {
            Block.Work => new Block.Work($"W{++count}"),
            Block.Sequence s => new Block.Sequence(Number(s.First), Number(s.Second)),
            Block.Choice c => new Block.Choice($"C{++count}", c.Takes, Number(c.Then), Number(c.Else)),
            Block.Parallel p => new Block.Parallel($"P{++count}", p.Mode, Number(p.Left), Number(p.Right)),
            Block.Repeat r => new Block.Repeat($"R{++count}", r.Times, Number(r.Body)),
            _ => throw new InvalidOperationException()
        };
    }
}
