namespace IpCenter.Search.Text;

/// <summary>A word with <c>?</c> for one character and <c>*</c> for any number, compared in time proportional to both lengths.</summary>
internal static class WildcardPattern
{
    /// <summary>Where a text holds what fits: as early as possible, and then as short. A pattern of stars alone fits nowhere.</summary>
    public static bool Find(string pattern, ReadOnlySpan<char> text, out int start, out int length)
    {
        (start, length) = (-1, 0);
        var at = 0;
        foreach (var piece in pattern.Split('*', StringSplitOptions.RemoveEmptyEntries))
        {
            while (at + piece.Length <= text.Length && !Matches(piece, text.Slice(at, piece.Length)))
                at++;
            if (at + piece.Length > text.Length)
                return false;
            if (start < 0)
                start = at;
            at += piece.Length;
        }
        length = at - Math.Max(start, 0);
        return start >= 0;
    }

    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || (pattern[p] != '*' && pattern[p] == text[t])))
            {
                p++;
                t++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
