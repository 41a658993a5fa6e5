using System.Text.RegularExpressions;

namespace IpCenter.Web.Pages.Dates;

/// <summary>Takes the stored reason of a date apart again, a sentence a line.</summary>
public static partial class Sentences
{
    public static IEnumerable<string> Of(string words, bool isEnglish) => isEnglish
        ? NextBegins().Split(words).Where(part => part.Length > 0)
        : words.Split('。', StringSplitOptions.RemoveEmptyEntries).Select(part => part + "。");

    // A sentence begins with a capital: "art. 43" goes on.
    [GeneratedRegex(@"(?<=\.) (?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex NextBegins();
}
