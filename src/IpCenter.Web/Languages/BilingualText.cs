using FormalityText = IpCenter.Casework.Formalities.Bilingual;
using ReferenceText = IpCenter.Casework.ReferenceData.Bilingual;

namespace IpCenter.Web.Languages;

/// <summary>Picks the language of the request out of words that come in both.</summary>
public static class BilingualText
{
    public static string Here(this ReferenceText text) => Language.IsEnglish ? text.En : text.Zh;

    public static string Here(this FormalityText text) => Language.IsEnglish ? text.En : text.Zh;
}
