using System.Text;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>Comparing and searching text in which width, digit form and spaces carry no meaning.</summary>
internal static class ChineseText
{
    public static string Normal(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));

    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>The listed words, which are in normal form, that the text contains, in the order of the list; a word inside a longer one that was found is left out.</summary>
    public static IEnumerable<string> WordsIn(string text, IReadOnlyList<string> words)
    {
        var normal = Normal(text);
        var found = words.Where(word => normal.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Where(word => !found.Any(longer => longer.Length > word.Length && longer.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Letters are there, and none of them is Chinese.</summary>
    public static bool IsForeign(string text)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        return letters.Count > 0 && !letters.Any(IsHan);
    }

    /// <summary>CJK Unified Ideographs with extension A and the supplementary planes 2 and 3.</summary>
    private static bool IsHan(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
