using System.Text;
using System.Text.Json.Nodes;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>A definition's JSON as activities and arrows, with the questions about ways through it answered by plain search.</summary>
internal sealed class ReferenceChart
{
    private readonly Dictionary<string, HashSet<string>> _loops;
    private readonly HashSet<Arrow> _back;
    private readonly Dictionary<(string From, Arrow Last), bool> _canCome = [];

    public ReferenceChart(string json)
    {
        File = JsonNode.Parse(json)!.AsObject();
        Activities = File["root"]!["activities"]!.AsArray().ToDictionary(activity => (string)activity!["id"]!, activity => activity!.AsObject());
        Arrows = [.. File["root"]!["connections"]!.AsArray().Select(connection => new Arrow(
            (string)connection!["source"]!["activity"]!, (string)connection["source"]!["port"]!, (string)connection["target"]!["activity"]!))];
        Start = Activities.Keys.Single(id => Type(id) == "Start");
        _back = [.. Arrows.Where(arrow => !Leads(Start, arrow.From, avoiding: arrow.To))];
        _loops = _back.Select(arrow => arrow.To).Distinct().ToDictionary(head => head, Loop);
    }

    public JsonObject File { get; }

    public IReadOnlyDictionary<string, JsonObject> Activities { get; }

    public IReadOnlyList<Arrow> Arrows { get; }

    public string Start { get; }

    public bool HasLoop => _back.Count > 0;

    /// <summary>The Elsa type without its prefix.</summary>
    public string Type(string id) => ((string)Activities[id]["type"]!)["Elsa.".Length..];

    /// <summary>The text of an input's expression; null where the input is not given.</summary>
    public string? Text(string id, string input) => (string?)Activities[id][input]?["expression"]?["value"];

    /// <summary>True for an arrow back to an activity that every way from the start to the arrow's source passes.</summary>
    public bool IsBack(Arrow arrow) => _back.Contains(arrow);

    public IReadOnlyList<Arrow> ForwardInto(string id) => [.. Arrows.Where(arrow => arrow.To == id && !IsBack(arrow))];

    /// <summary>
    /// True when something at an activity can still come along an arrow. Going back to the head of a loop that holds the arrow's
    /// target begins another round, in which the target is another visit, so such a way does not count.
    /// </summary>
    public bool CanCome(string from, Arrow last)
    {
        if (!_canCome.TryGetValue((from, last), out var can))
            _canCome[(from, last)] = can = Search(from, last);
        return can;
    }

    public bool CanCome(string from, string target) => ForwardInto(target).Any(last => CanCome(from, last));

    /// <summary>True when a way without any arrow back leads on to an activity.</summary>
    public bool LeadsOn(string from, string to) => Arrows.Any(arrow => arrow.From == from && !IsBack(arrow) && (arrow.To == to || LeadsOn(arrow.To, to)));

    /// <summary>True when a round of a loop that holds an activity begins at the head.</summary>
    public bool BeginsRound(string head, string of) => _loops.TryGetValue(head, out var loop) && loop.Contains(of);

    /// <summary>The activities with what they need to be understood, then the arrows.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var id in Activities.Keys)
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {id}: {Type(id)} {Detail(id)}");
        foreach (var arrow in Arrows)
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {arrow}{(IsBack(arrow) ? "   (back)" : "")}");
        return text.ToString();
    }

    private string Detail(string id) => Type(id) switch
    {
        "FlowDecision" => Text(id, "condition")!,
        "FlowJoin" => Text(id, "mode")!,
        "FlowFork" => Text(id, "branches")!,
        "FlowSwitch" => $"{Text(id, "mode")} {string.Join(", ", Activities[id]["cases"]!.AsArray().Select(c => $"{c!["label"]}: {c["condition"]!["value"]}"))}",
        "SetVariable" => $"{Activities[id]["variable"]!["name"]} = {Text(id, "value")}",
        "StartAt" => Text(id, "dateTime")!,
        _ => Activities[id]["result"] is { } result ? $"-> {result["memoryReference"]!["id"]}" : ""
    };

    private HashSet<string> Loop(string head) =>
        [head, .. Activities.Keys.Where(id => id != head && _back.Any(arrow => arrow.To == head && Leads(id, arrow.From, avoiding: head)))];

    private bool Search(string from, Arrow last)
    {
        var seen = new HashSet<string> { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
            foreach (var arrow in Arrows.Where(arrow => arrow.From == at))
            {
                if (arrow == last)
                    return true;
                var beginsAnotherRound = IsBack(arrow) && _loops[arrow.To].Contains(last.To);
                if (!beginsAnotherRound && seen.Add(arrow.To))
                    open.Push(arrow.To);
            }
        return false;
    }

    private bool Leads(string from, string to, string avoiding)
    {
        var seen = new HashSet<string> { from, avoiding };
        var open = new Stack<string>(from == avoiding ? [] : [from]);
        while (open.TryPop(out var at))
        {
            if (at == to)
                return true;
            foreach (var next in Arrows.Where(arrow => arrow.From == at && seen.Add(arrow.To)))
                open.Push(next.To);
        }
        return false;
    }

    public sealed record Arrow(string From, string Port, string To)
    {
        public override string ToString() => Port == "Done" ? $"{From} > {To}" : $"{From}.{Port} > {To}";
    }
}
