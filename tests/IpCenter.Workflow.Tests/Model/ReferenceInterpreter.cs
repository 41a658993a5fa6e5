using System.Globalization;
using Arrow = IpCenter.Workflow.Tests.Model.ReferenceChart.Arrow;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>
/// A naive interpreter of a definition's JSON, written from the contract of Elsa's flowcharts and not from the engine: a marking of
/// activities that run or wait and of arrows that have come where others are awaited. What the contract leaves open, the order of
/// activities that could run at the same time, is asked of the caller: <see cref="CanRun"/> says what may run next, and nothing may
/// wait for a stimulus before all of it ran. A step against the contract throws <see cref="InvalidOperationException"/>.
/// </summary>
internal sealed class ReferenceInterpreter
{
    private readonly ReferenceChart _chart;
    private readonly DateTimeOffset _now;
    private readonly HashSet<string> _active = [];
    private readonly Dictionary<string, HashSet<Arrow>> _arrived = [];
    private readonly Dictionary<string, object?> _variables = [];
    private readonly Dictionary<string, string> _names = [];

    public ReferenceInterpreter(ReferenceChart chart, DateTimeOffset now)
    {
        (_chart, _now) = (chart, now);
        foreach (var variable in chart.File["variables"]!.AsArray())
        {
            var name = _names[(string)variable!["id"]!] = (string)variable["name"]!;
            _variables[name] = (string?)variable["value"] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        }
        _active.Add(chart.Start);
    }

    /// <summary>Values by name.</summary>
    public IReadOnlyDictionary<string, object?> Variables => _variables;

    public bool HasEnded { get; private set; }

    /// <summary>Waiting activities that lost a race or were waiting at an End, all of them so far.</summary>
    public List<string> Cancelled { get; } = [];

    public IEnumerable<string> Waiting => _active.Where(Waits).Order(StringComparer.Ordinal);

    /// <summary>Activities that may run now, and WaitAll joins that must be passed over.</summary>
    public IEnumerable<string> CanRun => _active.Where(id => !Waits(id)).Concat(_arrived.Keys.Where(IsStarved));

    /// <summary>Something came for a waiting activity.</summary>
    public void Complete(string id, object? value)
    {
        if (!_active.Contains(id) || !Waits(id))
            throw new InvalidOperationException($"'{id}' does not wait");
        if (_chart.Activities[id]["result"] is { } result)
            _variables[_names[(string)result["memoryReference"]!["id"]!]] = value;
        _active.Remove(id);
        Follow(id, "Done");
    }

    /// <summary>Runs an activity that does not wait.</summary>
    public void Run(string id)
    {
        if (HasEnded || Waits(id) || !_active.Remove(id))
            throw new InvalidOperationException($"'{id}' must not run now");
        switch (_chart.Type(id))
        {
            case "SetVariable":
                _variables[(string)_chart.Activities[id]["variable"]!["name"]!] = Value(_chart.Text(id, "value")!);
                break;
            case "FlowJoin" when Mode(id) == "WaitAny":
                Drop(token => _chart.CanCome(token, id));
                break;
            case "End":
                Drop(_ => true);
                break;
        }
        Follow(id, Ports(id));
    }

    /// <summary>Passes over a WaitAll join that can never get all its branches.</summary>
    public void Skip(string id)
    {
        if (!_arrived.ContainsKey(id) || !IsStarved(id))
            throw new InvalidOperationException($"'{id}' must not be skipped");
        _arrived.Remove(id);
        Settle();
    }

    private void Follow(string id, params string[] ports)
    {
        foreach (var arrow in _chart.Arrows.Where(arrow => arrow.From == id && ports.Contains(arrow.Port)))
            Come(arrow);
        Settle();
    }

    private void Come(Arrow arrow)
    {
        var target = arrow.To;
        if (_active.Contains(target) && Mode(target) == "WaitAny")
            return;
        if (_active.Contains(target) || (_chart.IsBack(arrow) && _arrived.ContainsKey(target)))
            throw new InvalidOperationException($"along {arrow} '{target}' starts beside itself: the loader should have refused this");
        if (_chart.IsBack(arrow))
            _active.Add(target);
        else if (!(_arrived.TryGetValue(target, out var before) ? before : _arrived[target] = []).Add(arrow))
            throw new InvalidOperationException($"{arrow} comes twice before '{target}' ran: the loader should have refused this");
    }

    // Starts what has got all that it waits for. One start can make no other impossible, so the order does not matter.
    private void Settle()
    {
        while (_arrived.Keys.FirstOrDefault(IsReady) is { } id)
        {
            _arrived.Remove(id);
            _active.Add(id);
        }
        HasEnded |= _active.Count == 0 && _arrived.Count == 0;
    }

    private bool IsReady(string id) => Mode(id) switch
    {
        "WaitAny" => true,
        "WaitAll" => !Missing(id).Any(),
        _ => !Missing(id).Any(CanStillCome)
    };

    private bool IsStarved(string id) => Mode(id) == "WaitAll" && Missing(id).Any(arrow => !CanStillCome(arrow));

    private IEnumerable<Arrow> Missing(string id) => _chart.ForwardInto(id).Except(_arrived[id]);

    private bool CanStillCome(Arrow arrow) => _active.Concat(_arrived.Keys).Any(token => token != arrow.To && _chart.CanCome(token, arrow));

    private void Drop(Func<string, bool> loses)
    {
        Cancelled.AddRange(Waiting.Where(loses));
        _active.RemoveWhere(id => loses(id));
        foreach (var id in _arrived.Keys.Where(loses).ToList())
            _arrived.Remove(id);
    }

    private string Mode(string id) => _chart.Type(id) == "FlowJoin" ? _chart.Text(id, "mode")! : "WaitAllActive";

    private bool Waits(string id) => _chart.Type(id) is "RunTask" or "Event" or "Delay"
        || (_chart.Type(id) == "StartAt" && DateTimeOffset.Parse(_chart.Text(id, "dateTime")!, CultureInfo.InvariantCulture) > _now);

    private string[] Ports(string id) => _chart.Type(id) switch
    {
        "End" => [],
        "FlowDecision" => [Holds(_chart.Text(id, "condition")!) ? "True" : "False"],
        "FlowFork" => [.. _chart.Arrows.Where(arrow => arrow.From == id).Select(arrow => arrow.Port)],
        "FlowSwitch" => Cases(id),
        _ => ["Done"]
    };

    private string[] Cases(string id)
    {
        var labels = _chart.Activities[id]["cases"]!.AsArray().Where(c => Holds((string)c!["condition"]!["value"]!)).Select(c => (string)c!["label"]!);
        string[] taken = [.. _chart.Text(id, "mode") == "MatchAny" ? labels : labels.Take(1)];
        return taken.Length == 0 ? ["Default"] : taken;
    }

    private object? Value(string text) => ReferenceExpression.Value(text, _variables);

    private bool Holds(string text) => (bool)Value(text)!;
}
