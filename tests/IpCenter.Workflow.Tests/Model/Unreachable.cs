using System.Text.Json.Nodes;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Takes out of a flowchart's JSON what no way from the start leads to.</summary>
internal static class Unreachable
{
    public static void Remove(JsonObject root)
    {
        var (activities, connections) = (root["activities"]!.AsArray(), root["connections"]!.AsArray());
        var reached = new HashSet<string> { (string)activities.Single(activity => (string)activity!["type"]! == "Elsa.Start")!["id"]! };
        while (connections.FirstOrDefault(c => reached.Contains(Id(c, "source")) && !reached.Contains(Id(c, "target"))) is { } next)
            reached.Add(Id(next, "target"));
        foreach (var connection in connections.Where(c => !reached.Contains(Id(c, "source"))).ToList())
            connections.Remove(connection);
        foreach (var activity in activities.Where(activity => !reached.Contains((string)activity!["id"]!)).ToList())
            activities.Remove(activity);
    }

    private static string Id(JsonNode? connection, string end) => (string)connection![end]!["activity"]!;
}
