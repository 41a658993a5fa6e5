using System.Buffers;
using System.Text;
using System.Text.Json;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Engine;

/// <summary>
/// Everything that the engine must remember of an instance between two stimuli. Its size is bounded by the definition and
/// the values in the variables.
/// </summary>
public sealed record InstanceState
{
    /// <summary>Variable values by variable id.</summary>
    public required IReadOnlyDictionary<string, object?> Variables { get; init; }

    /// <summary>Input values by name.</summary>
    public required IReadOnlyDictionary<string, object?> Inputs { get; init; }

    /// <summary>Output values by name, as far as they are set.</summary>
    public required IReadOnlyDictionary<string, object?> Outputs { get; init; }

    /// <summary>Ids of the activities that wait.</summary>
    public required IReadOnlyList<string> Waiting { get; init; }

    /// <summary>By activity id, the connections (<c>source:port</c>) that have arrived where others are still awaited.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Arrived { get; init; }

    /// <summary>Ids of activities to run next; empty except after a fault, when the first is the one that failed.</summary>
    public required IReadOnlyList<string> Ready { get; init; }

    /// <summary>Lines of history so far.</summary>
    public required int Sequence { get; init; }

    /// <summary>The state as JSON.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, WorkflowValue.Options))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(nameof(Variables));
            WorkflowValue.WriteMembers(writer, Variables);
            writer.WritePropertyName(nameof(Inputs));
            WorkflowValue.WriteMembers(writer, Inputs);
            writer.WritePropertyName(nameof(Outputs));
            WorkflowValue.WriteMembers(writer, Outputs);
            WriteTexts(writer, nameof(Waiting), Waiting);
            writer.WriteStartObject(nameof(Arrived));
            foreach (var (activityId, connections) in Arrived)
                WriteTexts(writer, activityId, connections);
            writer.WriteEndObject();
            WriteTexts(writer, nameof(Ready), Ready);
            writer.WriteNumber(nameof(Sequence), Sequence);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static InstanceState FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new InstanceState
        {
            Variables = Members(root.GetProperty(nameof(Variables))),
            Inputs = Members(root.GetProperty(nameof(Inputs))),
            Outputs = root.TryGetProperty(nameof(Outputs), out var outputs) ? Members(outputs) : [],
            Waiting = Texts(root.GetProperty(nameof(Waiting))),
            Arrived = root.GetProperty(nameof(Arrived)).EnumerateObject().ToDictionary(member => member.Name, member => Texts(member.Value)),
            Ready = Texts(root.GetProperty(nameof(Ready))),
            Sequence = root.GetProperty(nameof(Sequence)).GetInt32()
        };
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static Dictionary<string, object?> Members(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => WorkflowValue.FromElement(member.Value));

    private static IReadOnlyList<string> Texts(JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetString()!)];
}
