namespace IpCenter.Workflow.Definitions;

/// <summary>Reads connections and refuses those that Elsa would drop or never follow.</summary>
internal static class ConnectionReader
{
    /// <summary>The sound connections. <paramref name="activities"/> are those read from <paramref name="places"/>, null where unknown.</summary>
    public static IReadOnlyList<Connection> Read(JsonPlace connections, IReadOnlyList<JsonPlace> places, IReadOnlyList<Activity?> activities)
    {
        var byId = new Dictionary<string, Activity?>();
        for (var i = 0; i < places.Count; i++)
        {
            var id = places[i]["id"].TextOrNull() ?? "";
            if (!byId.TryAdd(id, activities[i]))
                (places[i]["id"] with { ActivityId = id }).Refuse($"two activities have the id '{id}'");
        }
        var read = new List<Connection>();
        foreach (var place in connections.Items())
        {
            var source = Known(place["source"], byId);
            var target = Known(place["target"], byId);
            if (source is null || target is null)
                continue;
            var port = place["source"]["port"].TextOrNull() ?? "";
            if (place["target"]["port"].TextOrNull() is not (null or "In"))
                (place["target"]["port"] with { ActivityId = target }).Refuse("connections end at the port 'In'");
            if (byId[source] is { } activity && !activity.Ports.Contains(port))
                (place["source"]["port"] with { ActivityId = source }).Refuse(
                    activity.Ports.Count == 0 ? "nothing follows an activity that ends the instance" : $"'{port}' is no outcome; there are {string.Join(", ", activity.Ports)}");
            else if (read.Any(other => other.Source == source && other.Port == port && other.Target == target))
                (place with { ActivityId = source }).Refuse($"there are two connections from '{port}' to '{target}'");
            else
                read.Add(new Connection(source, port, target, [.. place["vertices"].Items().Select(Point)]));
        }
        return read;
    }

    private static string? Known(JsonPlace end, Dictionary<string, Activity?> byId)
    {
        var id = end["activity"].TextOrNull() ?? "";
        if (byId.ContainsKey(id))
            return id;
        end["activity"].Refuse($"there is no activity '{id}'; Elsa would drop the connection");
        return null;
    }

    private static DesignerPoint Point(JsonPlace point) => new(point["x"].NumberOr(0), point["y"].NumberOr(0));
}
