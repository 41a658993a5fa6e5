using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace IpCenter.Casework.ReferenceData;

/// <summary>
/// Compares a JSON tree with the type it is to become and names every difference. The serializer itself
/// stops at the first one, and a person who edits a data file wants them all.
/// </summary>
internal static class ShapeCheck
{
    public static IEnumerable<Fault> Compare(JsonNode node, Type type, string path, JsonSerializerOptions options)
    {
        var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (info.Kind, node) switch
        {
            (JsonTypeInfoKind.Object, JsonObject members) => CompareMembers(members, info, path, options),
            (JsonTypeInfoKind.Enumerable, JsonArray items) => items.SelectMany((item, at) =>
                CompareItem(item, info.ElementType!, $"{path}[{at}]", options)),
            (JsonTypeInfoKind.Dictionary, JsonObject members) => members.SelectMany(member =>
                CompareItem(member.Value, info.ElementType!, $"{path}.{member.Key}", options)),
            _ => CompareValue(node, info.Type, path, options),
        };
    }

    private static IEnumerable<Fault> CompareMembers(JsonObject members, JsonTypeInfo info, string path, JsonSerializerOptions options)
    {
        var expected = info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name);
        foreach (var (name, value) in members)
        {
            if (!expected.TryGetValue(name, out var property))
                yield return new Fault($"{path}.{name}", "There is no such member.");
            else if (value is null && !MayBeNull(property))
                yield return new Fault($"{path}.{name}", "It may not be null.");
            else if (value is not null)
                foreach (var fault in Compare(value, property.PropertyType, $"{path}.{name}", options))
                    yield return fault;
        }

        foreach (var property in expected.Values.Where(property => IsRequired(property) && !members.ContainsKey(property.Name)))
            yield return new Fault($"{path}.{property.Name}", "It is missing.");
    }

    private static IEnumerable<Fault> CompareItem(JsonNode? item, Type type, string path, JsonSerializerOptions options) =>
        item is null ? [new Fault(path, "It may not be null.")] : Compare(item, type, path, options);

    private static IEnumerable<Fault> CompareValue(JsonNode node, Type type, string path, JsonSerializerOptions options)
    {
        try
        {
            node.Deserialize(type, options);
            return [];
        }
        catch (JsonException)
        {
            var accepted = type.IsEnum
                ? $"one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}"
                : $"a {type.Name}";
            return [new Fault(path, $"{node.ToJsonString(options)} is not {accepted}.")];
        }
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private static bool MayBeNull(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || property.AssociatedParameter?.IsNullable == true || property.IsSetNullable;
}
