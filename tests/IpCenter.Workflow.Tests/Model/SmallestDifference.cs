using System.Text.Json.Nodes;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Tells a difference: where it was found, and the smallest definition with one that taking parts away leads to.</summary>
internal static class SmallestDifference
{
    private const int Walks = 40;

    public static string Tell(string name, ReferenceChart chart, SideBySide pair)
    {
        var (smallest, smallestPair) = (chart, pair);
        while (Smaller(smallest).Select(Differs).FirstOrDefault(found => found is not null) is { } next)
            (smallest, smallestPair) = next;
        return $"{name}\n{chart}{Outcome(pair)}\n\nSmallest:\n{smallest}{Outcome(smallestPair)}";
    }

    private static string Outcome(SideBySide pair) => $"  stimuli: {string.Join("; ", pair.Stimuli)}\n  {pair.Difference}";

    private static (ReferenceChart, SideBySide)? Differs(string json)
    {
        var reading = RandomDefinition.Read(json);
        if (!reading.IsValid)
            return null;
        var chart = new ReferenceChart(json);
        for (var walk = 0; walk < Walks; walk++)
            if (RandomWalk.Take(chart, reading.Catalog.Definitions.Single(), walk) is { Difference: not null } pair)
                return (chart, pair);
        return null;
    }

    // Each has fewer arrows, or fewer that do not lead to an End.
    private static IEnumerable<string> Smaller(ReferenceChart chart)
    {
        foreach (var arrow in chart.Arrows)
            yield return With(chart, [.. chart.Arrows.Where(other => other != arrow)]);
        foreach (var id in chart.Activities.Keys.Where(id => id != chart.Start))
            foreach (var next in chart.Arrows.Where(arrow => arrow.From == id && arrow.To != id).Select(arrow => arrow.To).Distinct())
                yield return With(chart, [.. chart.Arrows.Select(arrow => arrow.To == id ? arrow with { To = next } : arrow).Distinct()]);
        foreach (var end in chart.Activities.Keys.Where(id => chart.Type(id) == "End"))
            foreach (var bent in chart.Arrows.Where(arrow => chart.Type(arrow.To) != "End"))
                yield return With(chart, [.. chart.Arrows.Select(arrow => arrow == bent ? arrow with { To = end } : arrow).Distinct()]);
    }

    private static string With(ReferenceChart chart, IReadOnlyList<ReferenceChart.Arrow> arrows)
    {
        var file = chart.File.DeepClone().AsObject();
        var root = file["root"]!.AsObject();
        root["connections"] = new JsonArray([.. arrows.Select(arrow => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = arrow.From, ["port"] = arrow.Port },
            ["target"] = new JsonObject { ["activity"] = arrow.To, ["port"] = "In" }
        })]);
        Unreachable.Remove(root);
        return file.ToJsonString();
    }
}
