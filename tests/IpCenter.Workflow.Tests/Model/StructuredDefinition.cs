using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Random processes drawn from nested blocks, each entered at one activity. They are valid by construction.</summary>
internal sealed class StructuredDefinition
{
    private static readonly string[] SwitchPorts = ["A", "B", "Default"];
    private readonly RandomActivities _draw;

    private StructuredDefinition(Random random) => _draw = new RandomActivities(random);

    public static FlowText Draw(Random random)
    {
        var definition = new StructuredDefinition(random);
        var exits = definition.Block(new Exits(["start"]), random.Next(1, 5), loop: null);
        definition.Enter(exits, definition._draw.End());
        return definition._draw.ToFlow();
    }

    private Exits Block(Exits from, int depth, Loop? loop)
    {
        if (depth == 0)
            return Enter(from, _draw.Step());
        return _draw.Next(0, loop is null ? 15 : 19) switch
        {
            < 1 => Enter(from, _draw.Step()),
            < 5 => Block(Block(from, depth - 1, loop), depth - 1, loop),
            < 6 => Choice(from, depth, loop),
            < 8 => Switch(from, depth, loop),
            < 12 => Parallel(from, depth),
            < 13 => Until(from, depth),
            < 14 => While(from, depth),
            < 15 => Leave(from),
            < 17 => GoOn(from, loop!),
            _ => Break(from, loop!)
        };
    }

    private Exits Choice(Exits from, int depth, Loop? loop)
    {
        var id = _draw.Decision(_draw.Condition());
        Enter(from, id);
        return Maybe(new Exits([$"{id}.True"]), depth, loop) + Block(new Exits([$"{id}.False"]), depth - 1, loop);
    }

    private Exits Switch(Exits from, int depth, Loop? loop)
    {
        var takesSeveral = _draw.Chance(50);
        var id = _draw.Switch(takesSeveral ? "MatchAny" : "MatchFirst", "A", "B");
        Enter(from, id);
        var branches = SwitchPorts.Select(port => Maybe(new Exits([$"{id}.{port}"]), depth, takesSeveral ? null : loop)).ToList();
        return takesSeveral ? Merge(branches, withWaitAll: false) : branches[0] + branches[1] + branches[2];
    }

    private Exits Parallel(Exits from, int depth)
    {
        string[] ports = _draw.Chance(30) ? ["A", "B", "C"] : ["A", "B"];
        if (_draw.Chance(40))
        {
            // Several arrows on one port: each leads to an activity of its own.
            var step = _draw.Step();
            Enter(from, step);
            return Merge([.. ports.Select(_ => Maybe(Enter(new Exits([step]), _draw.Step()), depth, loop: null))], withWaitAll: true);
        }
        var fork = _draw.Fork(ports);
        Enter(from, fork);
        return Merge([.. ports.Select(port => Maybe(new Exits([$"{fork}.{port}"]), depth, loop: null))], withWaitAll: true);
    }

    private Exits Merge(IReadOnlyList<Exits> branches, bool withWaitAll)
    {
        var all = new Exits([.. branches.SelectMany(branch => branch.Arrows)], AreConcurrent: true);
        return _draw.Next(0, withWaitAll ? 4 : 3) switch
        {
            0 => all,
            1 => Enter(all, _draw.Join("WaitAny")),
            2 => Enter(all, _draw.Join("WaitAllActive")),
            // WaitAll counts arrows, so each branch brings exactly one.
            _ => Enter(new Exits([.. branches.SelectMany(branch => Single(branch).Arrows)]), _draw.Join("WaitAll"))
        };
    }

    private Exits Until(Exits from, int depth)
    {
        var loop = new Loop();
        string again;
        Exits body;
        if (_draw.Chance(50))
        {
            var counter = _draw.Counter();
            var head = _draw.Set(counter, $"variables.{counter} + 1");
            Enter(Enter(from, _draw.Set(counter, "0")), head);
            again = _draw.Decision($"variables.{counter} < {_draw.Next(1, 4)}");
            loop.Head = head;
            body = Block(new Exits([head]), depth - 1, loop);
        }
        else
        {
            again = _draw.Decision("variables.R === 'a'");
            // The head is whatever the body begins with: a fork, another loop, a decision.
            body = Enter(Block(from, depth - 1, loop: null), _draw.Task("R"));
            loop.Head = _draw.Target(from.Arrows[0]);
        }
        Enter(body, again);
        _draw.Connect($"{again}.True", loop.Head);
        return loop.Breaks + new Exits([$"{again}.False"]);
    }

    private Exits While(Exits from, int depth)
    {
        var head = _draw.Decision("variables.Q === 'a'");
        var loop = new Loop { Head = head };
        Enter(from, head);
        var body = Block(Enter(new Exits([$"{head}.True"]), _draw.Task("Q")), depth - 1, loop);
        Enter(body.AreConcurrent ? Single(body) : body, head);
        return loop.Breaks + new Exits([$"{head}.False"]);
    }

    private Exits Leave(Exits from)
    {
        var id = _draw.Decision(_draw.Condition());
        Enter(from, id);
        _draw.Connect($"{id}.True", _draw.End());
        return new Exits([$"{id}.False"]);
    }

    private Exits GoOn(Exits from, Loop loop)
    {
        // A task first: a loop that goes on without waiting would never end.
        var id = _draw.Decision("variables.R === 'b'");
        Enter(Enter(from, _draw.Task("R")), id);
        _draw.Connect($"{id}.True", loop.Head);
        return new Exits([$"{id}.False"]);
    }

    private Exits Break(Exits from, Loop loop)
    {
        var id = _draw.Decision(_draw.Condition());
        Enter(from, id);
        loop.Breaks += new Exits([$"{id}.True"]);
        return new Exits([$"{id}.False"]);
    }

    private Exits Maybe(Exits from, int depth, Loop? loop) => _draw.Chance(20) ? from : Block(from, depth - 1, loop);

    private Exits Single(Exits from) => from.Arrows.Count == 1 ? from : Enter(from, _draw.Join("WaitAllActive"));

    private Exits Enter(Exits from, string id)
    {
        foreach (var arrow in from.Arrows)
            _draw.Connect(arrow, id);
        return new Exits([id]);
    }

    /// <summary>Arrows that still lead nowhere; concurrent ones may all be followed.</summary>
    private sealed record Exits(IReadOnlyList<string> Arrows, bool AreConcurrent = false)
    {
        public static Exits operator +(Exits one, Exits other) =>
            new([.. one.Arrows, .. other.Arrows], one.AreConcurrent || other.AreConcurrent);
    }

    private sealed class Loop
    {
        public string Head { get; set; } = "";

        public Exits Breaks { get; set; } = new([]);
    }
}
