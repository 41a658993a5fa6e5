namespace IpCenter.Search.Text;

/// <summary>
/// Words that a search treats as one. A word of the query that is in a group, or that holds a Chinese word of one, is looked
/// for in each of the group's wordings; the index itself holds what was written.
/// </summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, IReadOnlyList<string>> _groupOf = [];

    /// <summary>Chinese words of two characters and more, the longest first: they stand inside longer runs.</summary>
    private readonly IReadOnlyList<string> _inner;

    public Synonyms(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            var words = group.Select(Tokenizer.Fold).Distinct().ToList();
            foreach (var word in words)
                _groupOf.TryAdd(KeyOf(word), words);
        }
        _inner = [.. _groupOf.Values.SelectMany(words => words).Distinct()
            .Where(w => w.Length > 1 && w.All(Tokenizer.IsChinese))
            .OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
    }

    public static Synonyms None { get; } = new([]);

    /// <summary>The wordings to look for, the given one first.</summary>
    public IReadOnlyList<string> Wordings(string text)
    {
        var key = KeyOf(text);
        if (_groupOf.TryGetValue(key, out var group))
            return [text, .. group.Where(w => KeyOf(w) != key)];
        var folded = Tokenizer.Fold(text);
        return _inner.FirstOrDefault(w => folded.Contains(w, StringComparison.Ordinal)) is { } inner
            ? [text, .. _groupOf[KeyOf(inner)].Where(w => w != inner).Select(w => folded.Replace(inner, w, StringComparison.Ordinal))]
            : [text];
    }

    /// <summary>By its tokens: a plural is the same word.</summary>
    private static string KeyOf(string text) => string.Join(' ', Tokenizer.QueryTokens(text).Select(token => token.Text));
}
