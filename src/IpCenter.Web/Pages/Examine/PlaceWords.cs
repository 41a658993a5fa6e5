using IpCenter.Casework.Formalities.Views;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Examine;

/// <summary>Says the place of a remark, such as <c>designs[1].views[左视图]</c> or <c>brief.designPoints</c>, in words.</summary>
public sealed class PlaceWords(IStringLocalizer<Resources.Examine> texts)
{
    /// <param name="oneDesign">The application has one design only, whose number says nothing.</param>
    public string Of(string place, bool oneDesign = false)
    {
        if (place.StartsWith("designs[", StringComparison.Ordinal))
        {
            var parts = place.Split('[', ']');
            if (parts.Length <= 3)
                return oneDesign ? texts["field.application"] : texts["place.design", parts[1]];
            var view = Language.IsEnglish ? ViewLabel.Parse(parts[3])?.Name.En ?? parts[3] : parts[3];
            return oneDesign ? view : texts["place.view", parts[1], view];
        }
        // applicants[0].name is said as the list that it belongs to.
        var key = place.Split('[')[0];
        return texts[$"field.{key}"] is { ResourceNotFound: false } words ? words : texts["field.application"];
    }
}
