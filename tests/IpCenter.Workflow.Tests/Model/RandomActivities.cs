using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Draws random activities with fresh ids into a flow and collects the arrows between them.</summary>
internal sealed class RandomActivities(Random random)
{
    /// <summary>What people answer and events bring.</summary>
    public static readonly IReadOnlyList<string> Answers = ["a", "b", "c"];

    private static readonly string[] Texts = ["R", "Q", "T"];
    private readonly FlowText _flow = new FlowText().Variable("R").Variable("Q").Variable("T").Variable("N", "Int32", "0").Start();
    private readonly List<(string Exit, string Target)> _arrows = [];
    private int _count;

    public bool Chance(int percent) => random.Next(100) < percent;

    public int Next(int from, int past) => random.Next(from, past);

    public void Connect(string exit, string target) => _arrows.Add((exit, target));

    /// <summary>Where the latest arrow from an exit leads.</summary>
    public string Target(string exit) => _arrows.FindLast(arrow => arrow.Exit == exit).Target;

    public FlowText ToFlow()
    {
        foreach (var (exit, target) in _arrows)
            _flow.Arrows($"{exit} > {target}");
        return _flow;
    }

    public string Id(string kind) => $"{kind}{++_count}";

    public string End() => Added(Id("end"), id => _flow.End(id));

    public string Task(string? result = null) => Added(Id("task"), id => _flow.Task(id, result));

    public string Set(string variable, string script) => Added(Id("set"), id => _flow.Set(id, variable, script));

    public string Join(string mode) => Added(Id("join"), id => _flow.Join(id, mode));

    public string Decision(string condition) => Added(Id("choice"), id => _flow.Decision(id, condition));

    public string Fork(params string[] branches) => Added(Id("fork"), id => _flow.Fork(id, branches));

    public string Switch(string mode, params string[] labels) =>
        Added(Id("switch"), id => _flow.Switch(id, mode, [.. labels.Select(label => (label, Condition()))]));

    public string Counter()
    {
        var name = Id("Count");
        _flow.Variable(name, "Int32", "0");
        return name;
    }

    /// <summary>An activity with the one port Done.</summary>
    public string Step() => random.Next(9) switch
    {
        < 3 => Task(Chance(70) ? Texts[random.Next(2)] : null),
        3 => Added(Id("event"), id => _flow.Event(id, Chance(50) ? Texts[random.Next(2)] : null)),
        4 => Added(Id("delay"), id => _flow.Delay(id, "10.00:00:00")),
        5 => Added(Id("at"), id => _flow.Activity(id, "Elsa.StartAt", ("dateTime", FlowText.Literal("DateTimeOffset", Chance(50) ? "2020-01-01T00:00:00Z" : "2030-01-01T00:00:00Z")))),
        6 => Set("N", "variables.N + 1"),
        7 => Set(Texts[random.Next(3)], $"variables.{Texts[random.Next(3)]}"),
        _ => Set(Texts[random.Next(3)], $"'{Answer()}'")
    };

    public string Condition() => random.Next(8) switch
    {
        0 => "true",
        1 => "false",
        2 => $"variables.N < {random.Next(1, 4)}",
        3 => $"variables.{Texts[random.Next(3)]} === variables.{Texts[random.Next(3)]}",
        _ => $"variables.{Texts[random.Next(3)]} === '{Answer()}'"
    };

    private string Answer() => Answers[random.Next(Answers.Count)];

    private static string Added(string id, Action<string> add)
    {
        add(id);
        return id;
    }
}
