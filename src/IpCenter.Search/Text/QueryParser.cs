using System.Globalization;
using System.Text;

namespace IpCenter.Search.Text;

/// <summary>Why a query cannot be read, and where.</summary>
internal sealed class QuerySyntaxException(string code, int position, int length) : Exception(code)
{
    public QueryProblem Problem { get; } = new(code, position, Math.Max(1, length));
}

/// <summary>
/// Reads Lucene's classic query syntax: <c>field:word</c>, <c>"a phrase"~2</c>, <c>wor*</c>, <c>w?rd</c>, <c>word~1</c>, AND OR NOT and their signs,
/// <c>+must -not</c>, <c>date:[2026-01-01 TO 2026-12-31]</c>, <c>word^2</c> and groups. Words without an operator must all occur.
/// </summary>
internal sealed class QueryParser(string text, IReadOnlySet<string> fields)
{
    public const int MostCharacters = 2000;

    public const int MostTerms = 100;

    /// <summary>Each looks through all words of the index.</summary>
    public const int MostPatterns = 16;

    /// <summary>Groups within groups.</summary>
    public const int MostDepth = 32;

    private const string DateField = "date";

    private const float MostBoost = 1000;

    private const int MostSlop = 100;

    private int _at;

    private int _terms, _patterns;

    /// <summary>What words ask for, nothing when there are none; or why they cannot be read.</summary>
    public static (QueryNode? Node, QueryProblem? Problem) Read(string? text)
    {
        try
        {
            return (string.IsNullOrWhiteSpace(text) ? null : Parse(text, TextFields.Names), null);
        }
        catch (QuerySyntaxException e)
        {
            return (null, e.Problem);
        }
    }

    /// <exception cref="QuerySyntaxException">With the place of what is wrong.</exception>
    private static QueryNode? Parse(string text, IReadOnlySet<string> fields)
    {
        if (text.Length > MostCharacters)
            throw new QuerySyntaxException("too-long", MostCharacters, text.Length - MostCharacters);
        var parser = new QueryParser(text, fields);
        var node = parser.Clauses(depth: 0, field: null);
        return parser._at < text.Length ? throw new QuerySyntaxException("unbalanced", parser._at, 1) : node;
    }

    private QueryNode? Clauses(int depth, string? field)
    {
        var start = _at;
        List<(Occurrence Occurrence, QueryNode Node)> clauses = [];
        var (andNext, orNext, notNext, operatorAt) = (false, false, false, -1);
        while (true)
        {
            SkipSpace();
            if (_at >= text.Length || (text[_at] == ')' && depth > 0))
                break;
            if (text[_at] == ')')
                throw new QuerySyntaxException("unbalanced", _at, 1);
            var at = _at;
            if (TakeWord("AND") || TakeText("&&"))
            {
                (andNext, operatorAt) = clauses.Count == 0 ? throw new QuerySyntaxException("missing-term", at, _at - at) : (true, at);
                continue;
            }
            if (TakeWord("OR") || TakeText("||"))
            {
                (orNext, operatorAt) = clauses.Count == 0 ? throw new QuerySyntaxException("missing-term", at, _at - at) : (true, at);
                continue;
            }
            if (TakeWord("NOT") || TakeText("!") || TakeText("-"))
            {
                (notNext, operatorAt) = (true, at);
                continue;
            }
            if (TakeText("+"))
            {
                operatorAt = at;
                continue;
            }
            var node = Clause(depth, field);
            // An operator is about what stands before it, too.
            if (andNext && clauses[^1].Occurrence == Occurrence.Should)
                clauses[^1] = (Occurrence.Must, clauses[^1].Node);
            if (orNext && clauses[^1].Occurrence == Occurrence.Must)
                clauses[^1] = (Occurrence.Should, clauses[^1].Node);
            clauses.Add((notNext ? Occurrence.MustNot : orNext ? Occurrence.Should : Occurrence.Must, node));
            (andNext, orNext, notNext, operatorAt) = (false, false, false, -1);
        }
        if (operatorAt >= 0)
            throw new QuerySyntaxException("missing-term", operatorAt, _at - operatorAt);
        return clauses switch
        {
            [] when depth > 0 => throw new QuerySyntaxException("missing-term", start, 1),
            [] => null,
            [(Occurrence.Must, var only)] => only,
            _ => new BooleanNode(clauses),
        };
    }

    private QueryNode Clause(int depth, string? field)
    {
        var start = _at;
        if (++_terms > MostTerms)
            throw new QuerySyntaxException("too-many", start, text.Length - start);
        if (Field() is { } named)
        {
            if (!fields.Contains(named) && named != DateField)
                throw new QuerySyntaxException("unknown-field", start, named.Length);
            field = named;
            SkipSpace();
            if (_at >= text.Length)
                throw new QuerySyntaxException("missing-term", start, _at - start);
        }
        if (text[_at] == '(')
        {
            if (depth == MostDepth)
                throw new QuerySyntaxException("too-deep", _at, 1);
            _at++;
            var inner = Clauses(depth + 1, field) ?? throw new QuerySyntaxException("missing-term", start, 1);
            if (_at >= text.Length)
                throw new QuerySyntaxException("unbalanced", start, 1);
            _at++;
            return Boosted(inner, Boost());
        }
        if (text[_at] is '[' or '{')
            return field is null or DateField ? Range() : throw new QuerySyntaxException("bad-range", start, _at + 1 - start);
        var term = text[_at] == '"' ? Phrase(field) : Word(field);
        return field == DateField ? OneDay(term, start) : term;
    }

    private RangeNode OneDay(QueryNode term, int start) =>
        term is PhraseNode { Text: var written } && Day(written, out var day) && day is not null
            ? new RangeNode(day, day)
            : throw new QuerySyntaxException("bad-range", start, _at - start);

    private PhraseNode Phrase(string? field)
    {
        var start = _at++;
        var end = text.IndexOf('"', _at);
        if (end < 0)
            throw new QuerySyntaxException("unfinished-phrase", start, text.Length - start);
        var words = text[_at..end];
        _at = end + 1;
        var slop = TakeText("~") ? Number() ?? 2 : 0;
        return new PhraseNode(field, words, IsQuoted: true, IsPrefix: false, (int)Math.Min(slop, MostSlop), Boost());
    }

    private QueryNode Word(string? field)
    {
        var start = _at;
        var read = new StringBuilder();
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && "()\"[]{}^~:".IndexOf(text[_at]) < 0)
        {
            var escaped = text[_at] == '\\';
            if (escaped && ++_at == text.Length)
                break;
            // An escaped sign is no operator, and as a sign it stands between words.
            read.Append(escaped && !char.IsLetterOrDigit(text[_at]) ? ' ' : text[_at]);
            _at++;
        }
        if (read.Length == 0)
            throw new QuerySyntaxException("missing-term", start, 1);
        var word = read.ToString();
        var edits = TakeText("~") ? Number() ?? 2 : 0;
        var boost = Boost();
        var stem = word.TrimEnd('*');
        var isPattern = edits > 0 || stem.AsSpan().IndexOfAny('*', '?') >= 0;
        if (isPattern && ++_patterns > MostPatterns)
            throw new QuerySyntaxException("too-many-patterns", start, _at - start);
        return edits > 0 ? new PatternNode(field, word, Math.Clamp((int)edits, 1, 2), boost)
            : isPattern ? new PatternNode(field, word, 0, boost)
            : new PhraseNode(field, stem, IsQuoted: false, IsPrefix: stem.Length < word.Length, Slop: 0, boost);
    }

    private RangeNode Range()
    {
        var start = _at++;
        var isOpenAtFirst = text[start] == '{';
        var end = text.AsSpan(_at).IndexOfAny(']', '}');
        if (end < 0)
            throw new QuerySyntaxException("unbalanced", start, 1);
        var isOpenAtLast = text[_at + end] == '}';
        var parts = text.Substring(_at, end).Split(" TO ", StringSplitOptions.TrimEntries);
        _at += end + 1;
        if (parts.Length != 2 || !Day(parts[0], out var from) || !Day(parts[1], out var to))
            throw new QuerySyntaxException("bad-range", start, _at - start);
        // With braces the day itself is not meant; there is none before the first and behind the last.
        if ((isOpenAtFirst && from == DateOnly.MaxValue) || (isOpenAtLast && to == DateOnly.MinValue))
            return new RangeNode(DateOnly.MaxValue, DateOnly.MinValue);
        return new RangeNode(isOpenAtFirst ? from?.AddDays(1) : from, isOpenAtLast ? to?.AddDays(-1) : to);
    }

    private static bool Day(string text, out DateOnly? day)
    {
        day = null;
        if (text == "*")
            return true;
        if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }

    private string? Field()
    {
        var end = _at;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '_'))
            end++;
        if (end == _at || end >= text.Length || text[end] != ':')
            return null;
        var name = text[_at..end];
        _at = end + 1;
        return name;
    }

    private static QueryNode Boosted(QueryNode node, float boost) => node switch
    {
        BooleanNode group => new BooleanNode([.. group.Clauses.Select(clause => (clause.Occurrence, Boosted(clause.Node, boost)))]),
        PhraseNode phrase => phrase with { Boost = Math.Min(MostBoost, phrase.Boost * boost) },
        PatternNode pattern => pattern with { Boost = Math.Min(MostBoost, pattern.Boost * boost) },
        _ => node,
    };

    private float Boost() => TakeText("^") ? Math.Min(MostBoost, Number() ?? throw new QuerySyntaxException("missing-term", _at, 1)) : 1;

    private float? Number()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
            _at++;
        return float.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private bool TakeText(string expected)
    {
        if (string.CompareOrdinal(text, _at, expected, 0, expected.Length) != 0)
            return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>Operators are words of their own, in capitals.</summary>
    private bool TakeWord(string word)
    {
        var end = _at + word.Length;
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0 || (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '('))
            return false;
        _at = end;
        return true;
    }
}
