using System.Text.Json;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>Reads the declared variables.</summary>
internal static class VariableReader
{
    // Without a driver Elsa loses the value at every wait; another driver would keep it where this runtime does not look.
    public const string DurableDriver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    private static readonly HashSet<string> KnownMembers = ["id", "name", "typeName", "isArray", "value", "storageDriverTypeName"];

    private static readonly Dictionary<string, VariableType> Types = new()
    {
        ["String"] = VariableType.Text,
        ["Guid"] = VariableType.Text,
        ["Boolean"] = VariableType.Boolean,
        ["Int16"] = VariableType.WholeNumber,
        ["Int32"] = VariableType.WholeNumber,
        ["Int64"] = VariableType.WholeNumber,
        ["Long"] = VariableType.WholeNumber,
        ["Single"] = VariableType.Number,
        ["Double"] = VariableType.Number,
        ["Decimal"] = VariableType.Number,
        ["TimeSpan"] = VariableType.Duration,
        ["DateTimeOffset"] = VariableType.Instant,
        ["Object"] = VariableType.Any,
        ["JSON"] = VariableType.Any,
        ["JsonElement"] = VariableType.Any,
        ["JsonNode"] = VariableType.Any,
        ["JsonObject"] = VariableType.Any,
        ["ObjectDictionary"] = VariableType.Any,
        ["StringDictionary"] = VariableType.Any,
        ["ObjectMap"] = VariableType.Any,
        ["StringMap"] = VariableType.Any
    };

    public static IReadOnlyList<VariableDefinition> Read(JsonPlace variables)
    {
        var read = new List<VariableDefinition>();
        foreach (var place in variables.Items())
        {
            var variable = ReadOne(place);
            if (read.Any(other => other.Id == variable.Id))
                place["id"].Refuse($"two variables have the id '{variable.Id}'");
            if (read.Any(other => other.Name == variable.Name))
                place["name"].Refuse($"two variables are named '{variable.Name}'");
            read.Add(variable);
        }
        return [.. read.DistinctBy(variable => variable.Id)];
    }

    private static VariableDefinition ReadOne(JsonPlace place)
    {
        place.RefuseUnknown(KnownMembers);
        var driver = place["storageDriverTypeName"];
        if (driver.TextOrNull() != DurableDriver)
            driver.Refuse($"the value would be lost at every wait; write \"{DurableDriver}\"");
        var type = TypeOf(place);
        var value = place["value"];
        object? initial = null;
        if (!value.IsNull)
        {
            if (value.TextOrNull() is not { } text)
                value.Refuse("a default value is written as text");
            else if (!TryDefault(place["typeName"].TextOrNull() ?? "", type, text, out initial))
                value.Refuse($"\"{text}\" is no value of the type {place["typeName"].TextOrNull()}");
        }
        return new VariableDefinition(place["id"].Text(), place["name"].Text(), type, initial);
    }

    /// <summary>Why a type alias is refused, or null.</summary>
    public static string? ProblemOfType(string name)
    {
        var item = ItemOf(name) ?? name;
        return item.TrimEnd('?') switch
        {
            var known when Types.ContainsKey(known) => null,
            "DateTime" => "a DateTime has no offset and means another instant on every machine; use DateTimeOffset",
            "ByteArray" or "Stream" => $"'{item}' holds bytes, which do not belong in a process: keep a file's id instead",
            _ => $"'{item}' is no known type; Elsa would drop the value"
        };
    }

    private static VariableType TypeOf(JsonPlace place)
    {
        var name = place["typeName"].Text();
        if (name.Length > 0 && ProblemOfType(name) is { } problem)
            place["typeName"].Refuse(problem);
        return place["isArray"].IsTrue || ItemOf(name) is not null ? VariableType.Any : Types.GetValueOrDefault(name.TrimEnd('?'));
    }

    // The item's type of "X[]" and "List<X>"; null for a single value.
    private static string? ItemOf(string name) =>
        name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2]
        : name.StartsWith("List<", StringComparison.Ordinal) && name.EndsWith('>') ? name[5..^1]
        : null;

    private static bool TryDefault(string typeName, VariableType type, string text, out object? value)
    {
        value = text;
        if (type != VariableType.Any)
            return (text.Length == 0 && type != VariableType.Text && (value = null) is null) || VariableConversion.TryConvert(type, text, out value);
        if (typeName == "Object")
            return true;
        try
        {
            value = WorkflowValue.FromJson(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
