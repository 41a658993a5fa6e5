using System.Text;

namespace IpCenter.Search.Text;

/// <summary>
/// A word with wildcards, or one that may be misspelt. With Chinese in it, wildcards are looked for anywhere in a run of letters and
/// digits; otherwise a whole word must fit.
/// </summary>
internal sealed class WordPattern
{
    private readonly string _pattern, _anywhere;
    private readonly int _edits;
    private readonly byte[] _literal;

    public WordPattern(PatternNode node)
    {
        (_pattern, _edits) = (Tokenizer.Fold(node.Pattern), node.Edits);
        _anywhere = $"*{_pattern}*";
        IsOfRuns = _edits == 0 && _pattern.Any(Tokenizer.IsChinese);
        Pieces = [.. new string([.. _pattern.Select(c => Tokenizer.IsChinese(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        _literal = _edits > 0 ? [] : Encoding.UTF8.GetBytes(_pattern.Split('*', '?').MaxBy(piece => piece.Length)!);
        var fixedLetters = _edits > 0 ? 0 : _pattern.AsSpan().IndexOfAny('*', '?');
        Beginning = fixedLetters < 0 ? _pattern : _pattern[..fixedLetters];
    }

    /// <summary>Whether it is looked for in runs and not in words.</summary>
    public bool IsOfRuns { get; }

    /// <summary>What every word that fits begins with.</summary>
    public string Beginning { get; }

    /// <summary>What every word that fits holds: its longest stretch without a wildcard, in UTF-8.</summary>
    public ReadOnlySpan<byte> Literal => _literal;

    /// <summary>Its stretches of Chinese: all of them are in a text that fits.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>Whether a word fits.</summary>
    public bool IsMet(ReadOnlySpan<char> word) => _edits > 0 ? IsNear(word) : WildcardPattern.Matches(_pattern, word);

    /// <summary>Whether a run of a text holds it.</summary>
    public bool IsMetIn(string text)
    {
        var folded = Tokenizer.Fold(text).AsSpan();
        while (folded.Length > 0)
        {
            var end = 0;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                end++;
            if (end > 0 && WildcardPattern.Matches(_anywhere, folded[..end]))
                return true;
            folded = folded[Math.Min(folded.Length, end + 1)..];
        }
        return false;
    }

    /// <summary>Where the runs of a folded text hold it: each time as early and as short as it fits.</summary>
    public IEnumerable<TextRange> FindIn(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var end = at;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                end++;
            while (at < end && WildcardPattern.Find(_pattern, folded.AsSpan(at, end - at), out var start, out var length))
            {
                yield return new TextRange(at + start, length);
                at += start + length;
            }
            at = end;
        }
    }

    /// <summary>Edit distance (V. Levenshtein, 1966), given up beyond the limit.</summary>
    private bool IsNear(ReadOnlySpan<char> word)
    {
        if (Math.Abs(word.Length - _pattern.Length) > _edits)
            return false;
        Span<int> row = stackalloc int[word.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= _pattern.Length; i++)
        {
            var (diagonal, least) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (_pattern[i - 1] == word[j - 1] ? 0 : 1)));
                least = Math.Min(least, row[j]);
            }
            if (least > _edits)
                return false;
        }
        return row[^1] <= _edits;
    }
}
