using System.Globalization;

namespace IpCenter.Web.Languages;

/// <summary>The two languages of the screens.</summary>
public static class Language
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    /// <summary>The language of the request; everything that is not English is shown in Chinese.</summary>
    public static string Current => IsEnglish ? English : Chinese;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;
}
