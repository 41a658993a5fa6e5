using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Web.Languages;

namespace IpCenter.Web.Pages.Cases;

/// <summary>The names of views on the screens: the official name in Chinese, its rendering in English.</summary>
public static class ViewWords
{
    /// <summary>The name of a place, such as <c>Perspective2</c>; what is no place is shown as it is.</summary>
    public static string Of(string position)
    {
        if (!ViewPositions.IsKnown(position))
            return position;
        var (kind, ordinal) = ViewPositions.Parse(position);
        return Of(kind) + (ordinal is { } number ? (Language.IsEnglish ? " " : "") + number.ToString(CultureInfo.InvariantCulture) : "");
    }

    public static string Of(ViewKind kind) => Language.IsEnglish ? ViewNames.Of(kind).Name.En : ViewNames.Of(kind).Name.Zh;

    /// <summary>With the number of the design where an application has several: 设计2主视图.</summary>
    public static string Full(ApplicationKind kind, int design, string position)
    {
        var zh = ViewPositions.NameOf(kind, design, position);
        return Language.IsEnglish ? ViewLabel.Parse(zh)!.Name.En : zh;
    }
}
