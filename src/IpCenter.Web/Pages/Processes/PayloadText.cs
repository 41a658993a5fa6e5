using System.Text.Json;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Reads members of what a task was told or gave.</summary>
internal static class PayloadText
{
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
