using System.Text.RegularExpressions;
using IpCenter.Search.Index;

namespace IpCenter.Search.Text;

/// <summary>
/// Evaluates a query over the documents that the viewer may find: which match, and how well (BM25, S. Robertson,
/// H. Zaragoza 2009, with document frequencies counted over the visible documents alone).
/// </summary>
internal sealed class TextSearch(TextIndex index, IReadOnlyDictionary<string, DocumentFields> visible)
{
    private const int MostExpansions = 64;

    private const double TitleWeight = 3, SaturationK1 = 1.2;

    public Dictionary<string, double> Evaluate(QueryNode node) => node switch
    {
        PhraseNode phrase => Phrase(phrase),
        PatternNode pattern => Pattern(pattern),
        RangeNode range => visible.Values
            .Where(d => d.Date is { } day && (range.From is null || day >= range.From) && (range.To is null || day <= range.To))
            .ToDictionary(d => d.Id, _ => 0.0),
        BooleanNode boolean => Boolean(boolean),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private Dictionary<string, double> Boolean(BooleanNode node)
    {
        Dictionary<string, double>? must = null;
        Dictionary<string, double> should = [];
        HashSet<string> not = [];
        foreach (var (occurrence, clause) in node.Clauses)
        {
            var found = Evaluate(clause);
            switch (occurrence)
            {
                case Occurrence.Must:
                    must = must is null ? found : must.Where(m => found.ContainsKey(m.Key)).ToDictionary(m => m.Key, m => m.Value + found[m.Key]);
                    break;
                case Occurrence.Should:
                    foreach (var (id, score) in found)
                        should[id] = should.GetValueOrDefault(id) + score;
                    break;
                default:
                    not.UnionWith(found.Keys);
                    break;
            }
        }
        var hasShould = node.Clauses.Any(c => c.Occurrence == Occurrence.Should);
        var result = must is not null
            ? must.ToDictionary(m => m.Key, m => m.Value + should.GetValueOrDefault(m.Key))
            : hasShould ? should : visible.Keys.ToDictionary(id => id, _ => 0.0);
        foreach (var id in not)
            result.Remove(id);
        return result;
    }

    private Dictionary<string, double> Phrase(PhraseNode node)
    {
        var tokens = Tokenizer.QueryTokens(node.Text);
        if (tokens.Count == 0)
            return visible.Keys.ToDictionary(id => id, _ => 0.0);
        // A lone Chinese character is the first of a pair, or the last of a run.
        var isPrefix = node.IsPrefix || (tokens is [{ Length: 1 } only] && Tokenizer.IsChinese(only[0]));
        var words = string.Join(' ', tokens.Select(Quote));
        var expression = node.Slop > 0 && tokens.Count > 1
            ? $"NEAR({words}, {node.Slop})"
            : $"\"{string.Join(' ', tokens.Select(t => t.Replace("\"", "\"\"", StringComparison.Ordinal)))}\"{(isPrefix ? " *" : "")}";
        return Score(In(node.Field, expression), tokens, node.Field, node.Boost);
    }

    private Dictionary<string, double> Pattern(PatternNode node)
    {
        var wanted = node.Pattern.ToLowerInvariant();
        var regex = new Regex($"^{Regex.Escape(wanted).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var terms = index.Terms(term => node.Edits > 0 ? Distance(term, wanted, node.Edits) <= node.Edits : regex.IsMatch(term), MostExpansions);
        if (terms.Count == 0)
            return [];
        return Score(In(node.Field, string.Join(" OR ", terms.Select(Quote))), terms, node.Field, node.Boost);
    }

    private Dictionary<string, double> Score(string expression, IReadOnlyList<string> tokens, string? field, float boost)
    {
        var found = index.Matching(expression).Where(visible.ContainsKey).ToList();
        var rarity = Math.Log(1 + (visible.Count - found.Count + 0.5) / (found.Count + 0.5));
        return found.ToDictionary(id => id, id => boost * rarity * Frequency(visible[id], tokens, field));
    }

    private static double Frequency(DocumentFields document, IReadOnlyList<string> tokens, string? field)
    {
        var wanted = tokens.ToHashSet();
        var weighted = 0.0;
        foreach (var name in field is null ? TextIndex.Fields : [field])
            weighted += (name == "title" ? TitleWeight : 1) * Tokenizer.Tokens(TextIndex.TextOf(document, name)).Count(t => wanted.Contains(t.Text)) / tokens.Count;
        return weighted * (SaturationK1 + 1) / (weighted + SaturationK1);
    }

    private static string In(string? field, string expression) => field is null ? expression : $"{{{field}}} : ({expression})";

    private static string Quote(string token) => $"\"{token.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Edit distance (V. Levenshtein, 1966), given up beyond the limit.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
