using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Examine;

/// <summary>Says the place of a remark, such as <c>designs[1].views[左视图]</c> or <c>brief.designPoints</c>, in words.</summary>
public sealed class PlaceWords(IStringLocalizer<Resources.Examine> texts)
{
    public string Of(string place)
    {
        if (place.StartsWith("designs[", StringComparison.Ordinal))
        {
            var parts = place.Split('[', ']');
            return parts.Length > 3 ? texts["place.view", parts[1], parts[3]] : texts["place.design", parts[1]];
        }
        // applicants[0].name is said as the list that it belongs to.
        var key = place.Split('[')[0];
        return texts[$"field.{key}"] is { ResourceNotFound: false } words ? words : texts["field.application"];
    }
}
