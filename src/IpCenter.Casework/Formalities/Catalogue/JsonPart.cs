using System.Text.Json;

namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>A place in a JSON text that is read with complaints instead of exceptions. Readers ask each property once.</summary>
internal sealed class JsonPart(JsonElement element, string place, List<CatalogueProblem> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public void Complain(string reason) => problems.Add(new CatalogueProblem(place, reason));

    public JsonPart? Object(string name, bool required = true) =>
        Find(name, JsonValueKind.Object, required) is { } found ? new JsonPart(found, $"{place}.{name}", problems) : null;

    public IReadOnlyList<JsonPart> Objects(string name)
    {
        if (Find(name, JsonValueKind.Array, required: true) is not { } array)
            return [];
        var parts = new List<JsonPart>();
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            var itemPlace = $"{place}.{name}[{index}]";
            if (item.ValueKind == JsonValueKind.Object)
                parts.Add(new JsonPart(item, itemPlace, problems));
            else
                problems.Add(new CatalogueProblem(itemPlace, "must be an object"));
        }
        return parts;
    }

    /// <summary>Every property as an object, with its name.</summary>
    public IEnumerable<(string Name, JsonPart Part)> Members()
    {
        foreach (var property in element.EnumerateObject())
        {
            _asked.Add(property.Name);
            var memberPlace = $"{place}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
                yield return (property.Name, new JsonPart(property.Value, memberPlace, problems));
            else
                problems.Add(new CatalogueProblem(memberPlace, "must be an object"));
        }
    }

    public string Text(string name)
    {
        if (Find(name, JsonValueKind.String, required: true) is not { } found)
            return "";
        var text = found.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            problems.Add(new CatalogueProblem($"{place}.{name}", "is empty"));
        return text;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name, JsonValueKind.Array, required: true) is not { } array)
            return [];
        var texts = new List<string>();
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString()))
                texts.Add(item.GetString()!);
            else
                problems.Add(new CatalogueProblem($"{place}.{name}[{index}]", "must be a text that is not empty"));
        }
        return texts;
    }

    public double Share(string name)
    {
        if (Find(name, JsonValueKind.Number, required: true) is not { } found)
            return 0;
        var value = found.GetDouble();
        if (value is < 0 or > 1)
            problems.Add(new CatalogueProblem($"{place}.{name}", "must lie between 0 and 1"));
        return value;
    }

    /// <summary>One of the words; null when the property is absent and not required, or was complained about.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required = true)
        where T : struct
    {
        if (Find(name, JsonValueKind.String, required) is not { } found)
            return null;
        if (words.TryGetValue(found.GetString()!, out var value))
            return value;
        problems.Add(new CatalogueProblem($"{place}.{name}", $"must be one of {string.Join(", ", words.Keys)}"));
        return null;
    }

    /// <summary>Complains about every property that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var property in element.EnumerateObject().Where(property => !_asked.Contains(property.Name)))
            problems.Add(new CatalogueProblem($"{place}.{property.Name}", "is not known here"));
    }

    private JsonElement? Find(string name, JsonValueKind kind, bool required)
    {
        _asked.Add(name);
        if (!element.TryGetProperty(name, out var found))
        {
            if (required)
                problems.Add(new CatalogueProblem($"{place}.{name}", "is missing"));
            return null;
        }
        if (found.ValueKind == kind)
            return found;
        problems.Add(new CatalogueProblem($"{place}.{name}", $"must be {Name(kind)}"));
        return null;
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a number",
        _ => "a text",
    };
}
