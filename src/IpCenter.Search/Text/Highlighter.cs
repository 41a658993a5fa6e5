namespace IpCenter.Search.Text;

/// <summary>Finds in the texts of a hit what the words of the query met there, synonyms and parts of longer words included.</summary>
internal sealed class Highlighter
{
    /// <summary>Of a longer text a piece of this length is shown, beginning so far before what is marked.</summary>
    private const int MostShown = 120, Before = 20;

    private readonly List<(int? Field, Action<FoldedText, IReadOnlyList<Token>, List<TextRange>> Mark)> _marks = [];

    public Highlighter(QueryNode words, Synonyms synonyms) => Collect(words, synonyms);

    public IReadOnlyDictionary<string, Highlight> In(Func<int, string> textOf)
    {
        var highlights = new Dictionary<string, Highlight>();
        for (var field = 0; field < TextFields.All.Count; field++)
        {
            var marks = _marks.Where(mark => mark.Field is null || mark.Field == field).ToList();
            if (marks.Count == 0 || textOf(field) is not { Length: > 0 } written)
                continue;
            var folded = new FoldedText(written);
            var tokens = Tokenizer.Tokens(written).ToList();
            List<TextRange> ranges = [];
            foreach (var (_, mark) in marks)
                mark(folded, tokens, ranges);
            if (ranges.Count > 0)
                highlights[TextFields.All[field]] = Cut(written, Joined(ranges.Select(range => folded.Written(range.Start, range.Length))));
        }
        return highlights;
    }

    private void Collect(QueryNode node, Synonyms synonyms)
    {
        switch (node)
        {
            case BooleanNode boolean:
                foreach (var (occurrence, clause) in boolean.Clauses)
                    if (occurrence != Occurrence.MustNot)
                        Collect(clause, synonyms);
                break;
            case PhraseNode phrase:
                foreach (var wording in TextSearch.Wordings(phrase, synonyms))
                {
                    var isPrefix = TextSearch.IsPrefix(phrase, wording);
                    _marks.Add((TextFields.Find(phrase.Field), phrase.Slop > 0 && wording.Count > 1
                        ? (_, tokens, ranges) => MarkNear(tokens, wording, isPrefix, phrase.Slop, ranges)
                        : (_, tokens, ranges) => MarkPhrase(tokens, wording, isPrefix, ranges)));
                }
                break;
            case PatternNode pattern:
                var words = new WordPattern(pattern);
                _marks.Add((TextFields.Find(pattern.Field), (folded, tokens, ranges) => ranges.AddRange(words.IsOfRuns
                    ? words.FindIn(folded.Text)
                    : tokens.Where(token => words.IsMet(token.Text)).Select(token => new TextRange(token.Start, token.Length)))));
                break;
        }
    }

    private static void MarkPhrase(IReadOnlyList<Token> tokens, IReadOnlyList<QueryToken> wanted, bool isPrefix, List<TextRange> ranges)
    {
        for (var start = 0; start + wanted[^1].Offset < tokens.Count; start++)
        {
            if (!wanted.Index().All(w => Fits(tokens[start + w.Item.Offset].Text, w.Item.Text, isPrefix && w.Index == wanted.Count - 1)))
                continue;
            ranges.AddRange(wanted.Select(w => Met(tokens[start + w.Offset], w.Text)));
        }
    }

    private static void MarkNear(IReadOnlyList<Token> tokens, IReadOnlyList<QueryToken> wanted, bool isPrefix, int slop, List<TextRange> ranges)
    {
        for (var start = 0; start < tokens.Count; start++)
        {
            var window = tokens.Skip(start).Take(wanted[^1].Offset + slop + 1).ToList();
            var met = wanted.Index().Select(w => window
                .Where(token => Fits(token.Text, w.Item.Text, isPrefix && w.Index == wanted.Count - 1))
                .Select(token => Met(token, w.Item.Text)).ToList()).TakeWhile(found => found.Count > 0).ToList();
            if (met.Count == wanted.Count)
                ranges.AddRange(met.SelectMany(found => found));
        }
    }

    /// <summary>Of a pair that only begins with the character looked for, the other one is not meant.</summary>
    private static TextRange Met(Token token, string wanted) => new(token.Start, Tokenizer.IsChinese(wanted[0]) ? wanted.Length : token.Length);

    private static bool Fits(string token, string wanted, bool isPrefix) =>
        isPrefix ? token.StartsWith(wanted, StringComparison.Ordinal) : token == wanted;

    private static List<TextRange> Joined(IEnumerable<TextRange> ranges)
    {
        List<TextRange> joined = [];
        foreach (var range in ranges.OrderBy(range => range.Start))
            if (joined.Count > 0 && joined[^1] is var last && range.Start <= last.Start + last.Length)
                joined[^1] = last with { Length = Math.Max(last.Length, range.Start + range.Length - last.Start) };
            else
                joined.Add(range);
        return joined;
    }

    /// <summary>The piece of a text that holds most of what is marked.</summary>
    private static Highlight Cut(string written, List<TextRange> ranges)
    {
        if (written.Length <= MostShown)
            return new Highlight(written, 0, IsCut: false, ranges);
        var first = ranges.MaxBy(range => ranges.Count(other => other.Start >= range.Start && other.Start + other.Length <= range.Start + MostShown - Before));
        var start = Math.Clamp(first.Start - Before, 0, written.Length - MostShown);
        var end = start + MostShown;
        if (char.IsLowSurrogate(written[start]))
            start++;
        if (end < written.Length && char.IsLowSurrogate(written[end]))
            end--;
        return new Highlight(written[start..end], start, end < written.Length,
        [
            .. ranges
                .Select(range => (From: Math.Max(range.Start, start), To: Math.Min(range.Start + range.Length, end)))
                .Where(range => range.From < range.To)
                .Select(range => new TextRange(range.From - start, range.To - range.From)),
        ]);
    }
}
