using System.Text.Json;
using System.Text.RegularExpressions;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Reads the literal members of a task's payload, from the definition or from a wait.</summary>
internal static class PayloadText
{
    /// <summary>The literals that the definition gives for a member: several where the payload depends on a condition.</summary>
    public static IReadOnlyList<string> Literals(RunTaskActivity task, string member) => task.Payload switch
    {
        ConstantExpression { Value: IReadOnlyDictionary<string, object?> map } => map.GetValueOrDefault(member) is string text ? [text] : [],
        JavaScriptExpression script =>
            [.. Regex.Matches(script.Source, $@"\b{Regex.Escape(member)}:\s*['""](?<text>[^'""]*)['""]").Select(found => found.Groups["text"].Value).Distinct()],
        _ => [],
    };

    /// <summary>The member of a payload or of a result; <c>null</c> where it is not text.</summary>
    public static string? Member(string? payloadJson, string member)
    {
        if (payloadJson is null)
            return null;
        using var payload = JsonDocument.Parse(payloadJson);
        return payload.RootElement.ValueKind == JsonValueKind.Object
            && payload.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
