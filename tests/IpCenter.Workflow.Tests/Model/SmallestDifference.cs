using System.Text.Json.Nodes;
using IpCenter.Workflow.Tests.Support;
using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Tells a difference: where it was found, and the smallest definition with one that taking parts away leads to.</summary>
internal static class SmallestDifference
{
    private const int Walks = 40;

    public static string Tell(string found, FlowText flow, SideBySide pair)
    {
        var (chart, smallest) = (new ReferenceChart(flow.ToString()), pair);
        while (Smaller(chart).Select(json => Differs(json)).FirstOrDefault(found => found is not null) is { } next)
            (chart, smallest) = next;
        return $"{found}\n{new ReferenceChart(flow.ToString())}{Outcome(pair)}\n\nSmallest:\n{chart}{Outcome(smallest)}";
    }

    private static string Outcome(SideBySide pair) => $"  stimuli: {string.Join("; ", pair.Stimuli)}\n  {pair.Difference}";

    private static (ReferenceChart, SideBySide)? Differs(string json)
    {
        var reading = WorkflowCatalog.Read([KeyValuePair.Create("flow.json", json)], new HashSet<string>());
        if (!reading.IsValid)
            return null;
        var chart = new ReferenceChart(json);
        for (var walk = 0; walk < Walks; walk++)
            if (RandomWalk.Take(chart, reading.Catalog.Definitions.Single(), walk) is { Difference: not null } pair)
                return (chart, pair);
        return null;
    }

    private static IEnumerable<string> Smaller(ReferenceChart chart)
    {
        foreach (var arrow in chart.Arrows)
            yield return Without(chart, [arrow], []);
        foreach (var id in chart.Activities.Keys.Where(id => id != chart.Start))
            foreach (var next in chart.Arrows.Where(arrow => arrow.From == id && arrow.To != id).Select(arrow => arrow.To).Distinct())
            {
                var into = chart.Arrows.Where(arrow => arrow.To == id).ToList();
                yield return Without(chart, into, [.. into.Select(arrow => arrow with { To = next })]);
            }
        foreach (var end in chart.Activities.Keys.Where(id => chart.Type(id) == "End"))
            foreach (var arrow in chart.Arrows.Where(arrow => chart.Type(arrow.To) != "End"))
                yield return Without(chart, [arrow], [arrow with { To = end }]);
    }

    private static string Without(ReferenceChart chart, IReadOnlyList<ReferenceChart.Arrow> gone, IReadOnlyList<ReferenceChart.Arrow> instead)
    {
        var file = chart.File.DeepClone().AsObject();
        var root = file["root"]!.AsObject();
        root["connections"] = new JsonArray([.. chart.Arrows.Except(gone).Union(instead).Select(arrow => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = arrow.From, ["port"] = arrow.Port },
            ["target"] = new JsonObject { ["activity"] = arrow.To, ["port"] = "In" }
        })]);
        Unreachable.Remove(root);
        return file.ToJsonString();
    }
}
