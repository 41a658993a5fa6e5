using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>A structured process: what a flowchart of it must do can be said without any flowchart.</summary>
internal abstract record Block
{
    public sealed record Work(string Id) : Block;

    public sealed record Sequence(Block First, Block Second) : Block;

    public sealed record Choice(string Id, bool Takes, Block Then, Block Else) : Block;

    public sealed record Parallel(string Id, string Mode, Block Left, Block Right) : Block;

    public sealed record Repeat(string Id, int Times, Block Body) : Block;

    /// <summary>Draws the block behind some arrows and returns the arrows that leave it.</summary>
    public IReadOnlyList<string> Draw(FlowText flow, IReadOnlyList<string> from)
    {
        switch (this)
        {
            case Work work:
                flow.Task(work.Id);
                return Enter(flow, from, work.Id);
            case Sequence sequence:
                return sequence.Second.Draw(flow, sequence.First.Draw(flow, from));
            case Choice choice:
                flow.Decision(choice.Id, choice.Takes ? "true" : "false");
                Enter(flow, from, choice.Id);
                return [.. choice.Then.Draw(flow, [$"{choice.Id}.True"]), .. choice.Else.Draw(flow, [$"{choice.Id}.False"])];
            case Parallel parallel:
                flow.Fork(parallel.Id, "L", "R").Join($"{parallel.Id}j", parallel.Mode);
                Enter(flow, from, parallel.Id);
                var left = parallel.Left.Draw(flow, [$"{parallel.Id}.L"]);
                var right = parallel.Right.Draw(flow, [$"{parallel.Id}.R"]);
                // WaitAll counts arrows, so each branch brings exactly one.
                return Enter(flow, [.. Merge(flow, parallel, "l", left), .. Merge(flow, parallel, "r", right)], $"{parallel.Id}j");
            case Repeat repeat:
                flow.Variable(repeat.Id, "Int32", "0").Set($"{repeat.Id}z", repeat.Id, "0").Set($"{repeat.Id}n", repeat.Id, $"variables.{repeat.Id} + 1")
                    .Decision($"{repeat.Id}d", $"variables.{repeat.Id} < {repeat.Times}");
                Enter(flow, from, $"{repeat.Id}z");
                flow.Arrows($"{repeat.Id}z > {repeat.Id}n");
                Enter(flow, repeat.Body.Draw(flow, [$"{repeat.Id}n"]), $"{repeat.Id}d");
                flow.Arrows($"{repeat.Id}d.True > {repeat.Id}n");
                return [$"{repeat.Id}d.False"];
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The block at work, interpreted by itself.</summary>
    public LiveBlock Begin() => this switch
    {
        Work work => new LiveBlock.LiveWork(work.Id),
        Sequence sequence => new LiveBlock.LiveChain([sequence.First, sequence.Second]),
        Choice choice => (choice.Takes ? choice.Then : choice.Else).Begin(),
        Parallel parallel => new LiveBlock.LivePair(parallel.Mode == "WaitAny", parallel.Left.Begin(), parallel.Right.Begin()),
        Repeat repeat => new LiveBlock.LiveChain([.. Enumerable.Repeat(repeat.Body, repeat.Times)]),
        _ => throw new InvalidOperationException()
    };

    private static IReadOnlyList<string> Merge(FlowText flow, Parallel parallel, string side, IReadOnlyList<string> from)
    {
        if (parallel.Mode != "WaitAll" || from.Count == 1)
            return from;
        flow.Join($"{parallel.Id}{side}", "WaitAllActive");
        return Enter(flow, from, $"{parallel.Id}{side}");
    }

    private static IReadOnlyList<string> Enter(FlowText flow, IReadOnlyList<string> from, string id)
    {
        foreach (var arrow in from)
            flow.Arrows($"{arrow} > {id}");
        return [id];
    }
}
