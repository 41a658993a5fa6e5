using System.Text.Json;
using System.Text.Json.Nodes;
using IpCenter.Casework.Designs;

namespace IpCenter.Web.Pages.Register;

/// <summary>A published design as other machines read it (schema.org, JSON-LD): what the page shows to everybody, and nothing else.</summary>
internal static class DesignData
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The serializer writes angle brackets and ampersands as escapes, so that no text can end the element it stands in.</summary>
    public static string Write(Design design, string status, Uri site, IEnumerable<Guid> images) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "CreativeWork",
        ["url"] = new Uri(site, RegisterAddress.Of(design)).AbsoluteUri,
        ["name"] = design.ProductName,
        ["inLanguage"] = "zh-CN",
        ["identifier"] = new JsonObject
        {
            ["@type"] = "PropertyValue",
            ["propertyID"] = design.IsChinesePatent ? "CN design patent" : design.Numbering,
            ["value"] = design.PatentNumber,
        },
        ["sourceOrganization"] = design.OwnerName.Length == 0 ? null : new JsonObject { ["@type"] = "Organization", ["name"] = design.OwnerName },
        ["dateCreated"] = Day(design.FiledOn),
        ["datePublished"] = Day(design.AnnouncedOn),
        ["expires"] = Day(design.ExpiresOn),
        ["creativeWorkStatus"] = status,
        ["abstract"] = design.BriefDescription.Length == 0 ? null : design.BriefDescription,
        ["image"] = new JsonArray([.. images.Select(id => (JsonNode)new Uri(site, $"/images/{id}/display").AbsoluteUri)]),
    }.ToJsonString(JsonSerializerOptions.Default);

    private static string? Day(DateOnly? day) => day?.ToString(DayFormat, System.Globalization.CultureInfo.InvariantCulture);
}
