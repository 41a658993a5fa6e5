using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace IpCenter.Search.Text;

/// <summary>One token, where it stands in the folded text, and its number among the tokens of the text.</summary>
internal readonly record struct Token(string Text, int Start, int Length, int Position);

/// <summary>A token that a query asks for, and by how many tokens it stands behind the first one.</summary>
internal readonly record struct QueryToken(string Text, int Offset);

/// <summary>
/// Cuts text into tokens: width and case folded (NFKC), runs of Chinese into overlapping pairs and the run's last character,
/// so that words of any length are found; Latin words lightly stemmed; traditional forms that occur folded to simplified.
/// </summary>
internal static class Tokenizer
{
    /// <summary>A longer word is cut, in texts and in queries.</summary>
    public const int MostLetters = 128;

    private const string Traditional = "漢馬裙麗雲領髮飾釵簪團摺櫃籃筆樂鳥鳳龍蓮繡綢緞絲紅綠藍黃紫棉織紋圖樣門窗畫書風車貓擺設傳統兒童";

    private const string Simplified = "汉马裙丽云领发饰钗簪团折柜篮笔乐鸟凤龙莲绣绸缎丝红绿蓝黄紫棉织纹图样门窗画书风车猫摆设传统儿童";

    /// <summary>The wide forms of the ASCII characters from the exclamation mark on.</summary>
    private const char FirstWide = '\uff01', LastWide = '\uff5e';

    /// <summary>Characters that normalising treats one by one, whatever stands beside them: ASCII, its wide forms, Chinese.</summary>
    private static readonly SearchValues<char> EachFoldedAlone = SearchValues.Create(
        [.. Range('\0', '\u007f'), .. Range(FirstWide, LastWide), .. Range('\u4e00', '\u9fff'), '、', '。', '“', '”']);

    private static readonly FrozenDictionary<char, char> Folding = Traditional.Zip(Simplified).Concat(Accented()).DistinctBy(p => p.First).ToFrozenDictionary(p => p.First, p => p.Second);

    public static IEnumerable<Token> Tokens(string text)
    {
        var folded = Fold(text);
        var position = 0;
        for (var at = 0; at < folded.Length;)
        {
            var start = at;
            if (IsChinese(folded[at]))
            {
                while (at < folded.Length && IsChinese(folded[at]))
                    at++;
                for (var i = start; i + 1 < at; i++)
                    yield return new Token(folded.Substring(i, 2), i, 2, position++);
                yield return new Token(folded[(at - 1)..at], at - 1, 1, position++);
            }
            else if (char.IsLetterOrDigit(folded[at]))
            {
                while (at < folded.Length && char.IsLetterOrDigit(folded[at]) && !IsChinese(folded[at]))
                    at++;
                yield return new Token(Stem(folded[start..Math.Min(at, start + MostLetters)]), start, at - start, position++);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The tokens that a word of a query must meet, in order; a single Chinese character asks for a prefix.</summary>
    public static IReadOnlyList<QueryToken> QueryTokens(string text)
    {
        var tokens = Tokens(text).ToList();
        // The last character of a run is implied by the pair before it.
        return [.. tokens
            .Where((t, i) => t.Length != 1 || !IsChinese(t.Text[0]) || i == 0 || tokens[i - 1].Start != t.Start - 1 || tokens[i - 1].Length != 2)
            .Select(t => new QueryToken(t.Text, t.Position))];
    }

    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\u3040' and <= '\u30ff';

    /// <summary>Width, case, traditional forms and the accents of Latin letters folded.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(EachFoldedAlone) < 0)
            return string.Create(text.Length, text, (folded, from) =>
            {
                for (var i = 0; i < folded.Length; i++)
                    folded[i] = FoldAlone(from[i]);
            });
        // Half a surrogate pair is no character: normalising would refuse it.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var normal = new StringBuilder(whole.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture));
        for (var i = 0; i < normal.Length; i++)
            normal[i] = Folding.GetValueOrDefault(normal[i], normal[i]);
        return normal.ToString();
    }

    /// <summary>The first character from a place on that folding takes by itself; the end of the text when there is none.</summary>
    public static int NextAlone(string text, int from) => text.AsSpan(from).IndexOfAny(EachFoldedAlone) is >= 0 and var at ? from + at : text.Length;

    private static char FoldAlone(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c + 32),
        <= '\u007f' => c,
        >= FirstWide and <= LastWide => FoldAlone((char)(c - FirstWide + '!')),
        _ => Folding.GetValueOrDefault(c, c),
    };

    private static IEnumerable<(char First, char Second)> Accented() =>
        Range('\u00e0', '\u1eff')
            .Select(c => (First: c, Second: c.ToString().Normalize(NormalizationForm.FormD)[0]))
            .Where(pair => pair.First != pair.Second && char.IsAsciiLetterLower(pair.Second));

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    /// <summary>Plural and nothing more: a search for "boxes" finds "box".</summary>
    private static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };
}
