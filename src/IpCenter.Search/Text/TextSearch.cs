using System.Globalization;
using IpCenter.Search.Index;

namespace IpCenter.Search.Text;

/// <summary>
/// Evaluates a query over the documents that the viewer may find: which match, and how well (BM25, S. Robertson,
/// H. Zaragoza 2009, with document frequencies counted over the visible documents alone).
/// </summary>
internal sealed class TextSearch(TextIndex index, Synonyms synonyms, VisibleDocuments visible)
{
    /// <summary>Words that a pattern stands for, of those that the viewer may find.</summary>
    private const int MostExpansions = 256;

    private const double TitleWeight = 3, SaturationK1 = 1.2;

    public Dictionary<string, double> Evaluate(QueryNode node) => node switch
    {
        PhraseNode phrase => Phrase(phrase),
        PatternNode pattern => Pattern(pattern),
        RangeNode range => visible.Between(range.From, range.To).ToDictionary(id => id, _ => 0.0),
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
            : hasShould ? should : visible.Ids.ToDictionary(id => id, _ => 0.0);
        foreach (var id in not)
            result.Remove(id);
        return result;
    }

    private Dictionary<string, double> Phrase(PhraseNode node)
    {
        var plain = !node.IsQuoted && !node.IsPrefix;
        var wordings = (plain ? synonyms.Wordings(node.Text) : [node.Text]).Select(Tokenizer.QueryTokens).ToList();
        if (wordings[0].Count == 0)
            return visible.Ids.ToDictionary(id => id, _ => 0.0);
        wordings.RemoveAll(w => w.Count == 0);
        var found = wordings.Select(w => index.Matching(In(node.Field, Expression(w, node)))).Aggregate((all, more) => [.. all, .. more]);
        return Score(found, (document, field) => wordings.Max(w => Share(document, w, field)), node.Field, node.Boost);
    }

    private static string Expression(IReadOnlyList<string> tokens, PhraseNode node)
    {
        if (node.Slop > 0 && tokens.Count > 1)
            return string.Create(CultureInfo.InvariantCulture, $"NEAR({string.Join(' ', tokens.Select(Quote))}, {node.Slop})");
        // A lone Chinese character is the first of a pair, or the last of a run.
        var isPrefix = node.IsPrefix || (tokens is [{ Length: 1 } only] && Tokenizer.IsChinese(only[0]));
        return $"{Quote(string.Join(' ', tokens))}{(isPrefix ? " *" : "")}";
    }

    private Dictionary<string, double> Pattern(PatternNode node)
    {
        var wanted = Tokenizer.Fold(node.Pattern);
        if (node.Edits == 0 && wanted.Any(Tokenizer.IsChinese))
            return Score(visible.Ids.Select(id => visible[id]).Where(d => Runs(d, node.Field).Any(run => WildcardPattern.Matches($"*{wanted}*", run))).Select(d => d.Id),
                (_, _) => 1, node.Field, node.Boost);
        HashSet<string> terms = [], found = [];
        foreach (var term in index.Terms(t => node.Edits > 0 ? Distance(t, wanted, node.Edits) <= node.Edits : WildcardPattern.Matches(wanted, t)))
        {
            // A word that only hidden documents hold takes no place: it would push a visible one out.
            var holding = index.Matching(In(node.Field, Quote(term))).Where(visible.Contains).ToList();
            if (holding.Count == 0)
                continue;
            found.UnionWith(holding);
            if (terms.Add(term) && terms.Count == MostExpansions)
                break;
        }
        return Score(found, (document, field) => Count(document, terms, field), node.Field, node.Boost);
    }

    private Dictionary<string, double> Score(IEnumerable<string> matching, Func<DocumentFields, string, double> frequency, string? field, float boost)
    {
        var found = matching.Where(visible.Contains).ToList();
        var rarity = Math.Log(1 + (visible.Count - found.Count + 0.5) / (found.Count + 0.5));
        return found.ToDictionary(id => id, id =>
        {
            var weighted = Names(field).Sum(name => (name == "title" ? TitleWeight : 1) * frequency(visible[id], name));
            return boost * rarity * weighted * (SaturationK1 + 1) / (weighted + SaturationK1);
        });
    }

    private static double Share(DocumentFields document, IReadOnlyList<string> tokens, string field) =>
        (double)Count(document, tokens.ToHashSet(), field) / tokens.Count;

    private static int Count(DocumentFields document, HashSet<string> tokens, string field) =>
        Tokenizer.Tokens(TextIndex.TextOf(document, field)).Count(t => tokens.Contains(t.Text));

    private static IEnumerable<string> Runs(DocumentFields document, string? field) =>
        Names(field).SelectMany(name => Tokenizer.Runs(TextIndex.TextOf(document, name)));

    private static IReadOnlyList<string> Names(string? field) => field is null ? TextIndex.Fields : [field];

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
