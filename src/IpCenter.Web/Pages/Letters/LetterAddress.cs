using IpCenter.Casework.Letters;

namespace IpCenter.Web.Pages.Letters;

/// <summary>How addresses name a letter's kind and language.</summary>
internal static class LetterAddress
{
    public const string English = "en";

    public static LetterLanguage LanguageOf(string? text) => text == English ? LetterLanguage.English : LetterLanguage.Chinese;

    public static string Of(LetterLanguage language) => language == LetterLanguage.English ? English : "zh-CN";

    public static string OfTemplate(LetterKind kind, LetterLanguage language) => $"/admin/letters/{kind}/{Of(language)}";

    public static bool TryParse(string kind, string language, out (LetterKind Kind, LetterLanguage Language) of)
    {
        of = (default, LanguageOf(language));
        var known = Enum.GetValues<LetterKind>().Where(k => k.ToString() == kind).ToList();
        if (known.Count == 0 || Of(of.Language) != language)
            return false;
        of.Kind = known[0];
        return true;
    }
}
