using System.Runtime.InteropServices;
using System.Text;
using IpCenter.Search.Index;

namespace IpCenter.Search.Text;

/// <summary>
/// Evaluates a query over the documents that the viewer may find: which match, and how well (BM25, S. Robertson,
/// H. Zaragoza 2009, with document frequencies counted over the visible documents alone). A place of a word in a document that
/// is not visible is passed over before anything is counted.
/// </summary>
internal sealed class TextSearch(Snapshot snapshot, Synonyms synonyms, VisibleDocuments visible, CancellationToken cancellation)
{
    private const float SaturationK1 = 1.2f;

    private readonly Dictionary<QueryNode, Matches> _known = [];
    private long _weighed;

    /// <summary>Documents that were weighed or whose texts were read: the work that an answer took.</summary>
    public long Weighed => _weighed;

    public Matches Evaluate(QueryNode node)
    {
        cancellation.ThrowIfCancellationRequested();
        if (node is BooleanNode boolean)
            return Boolean(boolean);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, node, out _);
        return known ??= node switch
        {
            PhraseNode phrase => Phrase(phrase),
            PatternNode pattern => Pattern(pattern),
            RangeNode range => visible.Between(range.From, range.To),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
    }

    private Matches Boolean(BooleanNode node)
    {
        Matches? must = null, should = null, not = null;
        foreach (var (occurrence, clause) in node.Clauses)
        {
            var found = Evaluate(clause);
            switch (occurrence)
            {
                case Occurrence.Must:
                    must = must is null ? found : must.And(found);
                    break;
                case Occurrence.Should:
                    should = should is null ? found : should.Or(found);
                    break;
                default:
                    not = not is null ? found : not.Or(found);
                    break;
            }
        }
        var result = must is null ? should ?? visible.All() : should is null ? must : must.RaisedBy(should);
        return not is null ? result : result.Without(not);
    }

    private Matches Phrase(PhraseNode node)
    {
        var wordings = Wordings(node, synonyms);
        if (wordings.Count == 0)
            return visible.All();
        return Score(node.Boost, s =>
        {
            var counts = new TextCounts(visible[s], TextFields.Find(node.Field));
            foreach (var wording in wordings)
            {
                var places = PhraseSearch.Find(snapshot.Segments[s].Words, wording, IsPrefix(node, wording), node.Slop);
                if (wordings.Count == 1)
                    counts.Add(places);
                else
                    counts.AddWording(places);
            }
            return counts;
        });
    }

    /// <summary>What to look for in the place of the words: themselves and their synonyms; none when they hold no word.</summary>
    public static IReadOnlyList<IReadOnlyList<QueryToken>> Wordings(PhraseNode node, Synonyms synonyms)
    {
        var isPlain = !node.IsQuoted && !node.IsPrefix;
        var wordings = (isPlain ? synonyms.Wordings(node.Text) : [node.Text]).Select(Tokenizer.QueryTokens).ToList();
        return wordings[0].Count == 0 ? [] : [.. wordings.Where(wording => wording.Count > 0)];
    }

    /// <summary>Whether the last token may go on; a Chinese character without another before it is the first of a pair, or the last of a run.</summary>
    public static bool IsPrefix(PhraseNode node, IReadOnlyList<QueryToken> tokens) =>
        node.IsPrefix || (tokens is [.., { Text: [var only] }] && Tokenizer.IsChinese(only));

    private Matches Pattern(PatternNode node)
    {
        var pattern = new WordPattern(node);
        return Score(node.Boost, s =>
        {
            var counts = new TextCounts(visible[s], TextFields.Find(node.Field));
            if (pattern.IsOfRuns)
                AddRuns(counts, pattern, snapshot.Segments[s]);
            else
                AddWords(counts, pattern, snapshot.Segments[s].Words);
            return counts;
        });
    }

    private static void AddWords(TextCounts counts, WordPattern pattern, WordTable words)
    {
        Span<char> letters = stackalloc char[4 * Tokenizer.MostLetters];
        var (first, end) = words.StartingWith(pattern.Beginning);
        var starts = words.Words.Starts;
        var texts = words.Words.Section;
        for (var word = first; word < end; word++)
        {
            var bytes = texts[(int)starts[word]..(int)starts[word + 1]];
            if (bytes.Length <= letters.Length && bytes.IndexOf(pattern.Literal) >= 0 && pattern.IsMet(letters[..Encoding.UTF8.GetChars(bytes, letters)]))
                counts.Add(words.PlacesOf(word, word + 1));
        }
    }

    // Every Chinese character of a run begins one token of it: the tokens tell which texts may fit, and these are read.
    private void AddRuns(TextCounts counts, WordPattern pattern, Segment segment)
    {
        HashSet<uint>? texts = null;
        foreach (var piece in pattern.Pieces)
        {
            var tokens = Tokenizer.QueryTokens(piece);
            var holding = counts.TextsOf(PhraseSearch.Find(segment.Words, tokens, piece.Length == 1, slop: 0));
            if (texts is null)
                texts = holding;
            else
                texts.IntersectWith(holding);
        }
        Interlocked.Add(ref _weighed, texts!.Count);
        foreach (var text in texts)
            if (pattern.IsMetIn(segment.Documents.TextOf(WordPlace.DocumentOfText(text), WordPlace.FieldOfText(text))))
                counts.Add([text << WordPlace.PositionBits]);
    }

    private Matches Score(float boost, Func<int, TextCounts> count)
    {
        var found = new Matches(snapshot.Segments.Count);
        AtOnce.Do(found.Segments, new ParallelOptions { CancellationToken = cancellation }, s => found[s] = count(s).Weigh());
        var number = found.Count;
        _weighed += number;
        var factor = boost * (float)Math.Log(1 + (visible.Count - number + 0.5) / (number + 0.5)) * (SaturationK1 + 1);
        for (var s = 0; s < found.Segments; s++)
            if (found[s] is { } scores)
                for (var document = 0; document < scores.Length; document++)
                    if (scores[document] >= 0)
                        scores[document] = factor * scores[document] / (scores[document] + SaturationK1);
        return found;
    }
}
