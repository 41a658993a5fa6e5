using IpCenter.Casework;

namespace IpCenter.Web.Languages;

/// <summary>Picks the language of the request out of words that come in both.</summary>
public static class BilingualText
{
    public static string Here(this Bilingual text) => Language.IsEnglish ? text.En : text.Zh;
}
