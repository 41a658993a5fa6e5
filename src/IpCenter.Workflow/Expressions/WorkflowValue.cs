using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace IpCenter.Workflow.Expressions;

/// <summary>
/// Values inside a workflow are JSON's: null, <see cref="bool"/>, <see cref="double"/>, <see cref="string"/>,
/// <see cref="IReadOnlyList{T}"/> and <see cref="IReadOnlyDictionary{TKey,TValue}"/> of values. They are never changed in place.
/// </summary>
public static class WorkflowValue
{
    /// <summary>Chinese stays readable in stored JSON; the text goes into database columns, never into HTML unescaped.</summary>
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// Turns what a host has (numbers of any type, ids, dates, enums, JSON, lists, dictionaries with string keys) into a value.
    /// Dates become ISO 8601 text, ids and enums their usual text. Anything else throws <see cref="ArgumentException"/>.
    /// </summary>
    public static object? From(object? value) => value switch
    {
        null => null,
        bool or string => value,
        double number => Finite(number),
        byte or sbyte or short or ushort or int or uint or long or ulong or float or decimal =>
            Finite(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        Guid id => id.ToString("D"),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        JsonElement element => FromElement(element),
        JsonNode node => FromElement(JsonSerializer.SerializeToElement(node)),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(pair => pair.Key, pair => From(pair.Value)),
        IDictionary<string, object?> map => map.ToDictionary(pair => pair.Key, pair => From(pair.Value)),
        IReadOnlyDictionary<string, string> map => map.ToDictionary(pair => pair.Key, object? (pair) => pair.Value),
        IDictionary => throw new ArgumentException("A dictionary in a workflow value has string keys and object values.", nameof(value)),
        IEnumerable items => items.Cast<object?>().Select(From).ToList(),
        _ => throw new ArgumentException($"{value.GetType()} is not a workflow value.", nameof(value))
    };

    /// <summary>The value as JSON.</summary>
    public static string ToJson(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value; anything else than a value throws <see cref="ArgumentException"/>.</summary>
    internal static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteMembers(writer, members);
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                Write(writer, From(value));
                break;
        }
    }

    internal static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> members)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }
        writer.WriteEndObject();
    }

    /// <summary>Reads JSON into a value. Text that is not JSON throws <see cref="JsonException"/>.</summary>
    public static object? FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FromElement(document.RootElement);
    }

    internal static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Finite(element.GetDouble()),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(FromElement).ToList(),
        JsonValueKind.Object => FromMembers(element),
        _ => null
    };

    private static Dictionary<string, object?> FromMembers(JsonElement element)
    {
        var map = new Dictionary<string, object?>();
        foreach (var member in element.EnumerateObject())
            map[member.Name] = FromElement(member.Value);
        return map;
    }

    private static double Finite(double number) =>
        double.IsFinite(number) ? number : throw new ArgumentException($"{number} has no place in JSON.", nameof(number));
}
