using System.Text.RegularExpressions;
using IpCenter.Search.Tests.Drawing;
using IpCenter.Search.Text;

namespace IpCenter.Search.Tests.Text;

/// <summary>The table of words, grown by many commits and merged, against a reading of every text.</summary>
public sealed class WordTableTests
{
    private static readonly string[] Words = ["马面裙", "马", "裙子", "织金", "儿童", "演出服", "box", "boxes", "lantern", "ZL2026300", "红", "，", " ", " ", "a1"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_found_is_what_a_reading_of_every_text_finds(int seed)
    {
        var random = new Random(seed);
        using var index = new TemporaryIndex();
        var now = new Dictionary<string, SearchDocument>();
        for (var step = 0; step < 120; step++)
        {
            var id = $"d{random.Next(60):00}";
            now.Remove(id);
            if (random.Next(5) > 0)
                now[id] = Sample.Document(id, Text(random), Text(random), owner: Text(random));
            index.Index.Apply([now.TryGetValue(id, out var document) ? IndexChange.Upsert(document) : IndexChange.Delete(id)], step + 1);
        }
        index.Index.Settle();
        Assert.True(index.Index.SegmentCount < 20);

        for (var query = 0; query < 150; query++)
        {
            var words = Text(random).Trim(' ', '，');
            if (words.Length == 0)
                continue;
            var tokens = Tokenizer.QueryTokens(words);
            var isPrefix = tokens is [.., { Text: [var only] }] && Tokenizer.IsChinese(only);
            Assert.Equal(Reading(now, text => Holds(text, tokens, isPrefix)), index.Ids($"\"{words}\"").Order());
            Assert.Equal(Reading(now, text => IsNear(text, tokens, 3, isPrefix)), index.Ids($"\"{words}\"~3").Order());
            Assert.Equal(Reading(now, text => Holds(text, tokens, isPrefix: true)), index.Ids($"\"{words}\"".Trim('"').Replace(' ', '，') + "*").Order());
        }
    }

    [Theory]
    [InlineData("马?裙")]
    [InlineData("儿*服")]
    [InlineData("红*box")]
    [InlineData("裙*马?裙")]
    [InlineData("b?x")]
    [InlineData("*ant*")]
    [InlineData("??")]
    public void Wildcards_find_what_a_reading_of_every_run_finds(string pattern)
    {
        var random = new Random(7);
        var documents = Enumerable.Range(0, 80).Select(i => Sample.Document($"d{i:00}", Text(random), Text(random), owner: "")).ToDictionary(d => d.Id);
        using var index = new TemporaryIndex();
        index.Index.Apply([.. documents.Values.Select(IndexChange.Upsert)], 1);
        var isChinese = pattern.Any(Tokenizer.IsChinese);
        var expression = new Regex("^" + Regex.Escape(isChinese ? $"*{pattern}*" : pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$");

        var expected = Reading(documents, text => isChinese ? Runs(text).Any(expression.IsMatch) : Tokenizer.Tokens(text).Any(t => expression.IsMatch(t.Text)));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, index.Ids(pattern).Order());
    }

    [Fact]
    public void A_text_is_found_by_itself_in_quotes_whatever_stands_between_its_words()
    {
        using var index = new TemporaryIndex().With(Sample.Document("a", "儿童 汉服·套装（三件）"), Sample.Document("b", "儿童套装"));

        Assert.Equal(["a"], index.Ids("\"儿童 汉服·套装（三件）\""));
        Assert.Equal(["a"], index.Ids("儿童·汉服"));
    }

    [Fact]
    public void Words_behind_the_last_that_is_counted_are_found_singly()
    {
        var text = string.Join(' ', Enumerable.Range(0, 9000).Select(i => $"w{i}x"));
        using var index = new TemporaryIndex().With(Sample.Document("a", "马面裙", use: text));

        Assert.Equal(["a"], index.Ids("\"w100x w101x\""));
        Assert.Equal(["a"], index.Ids("w8999x"));
        Assert.Empty(index.Ids("\"w8998x w8999x\""));
        Assert.Equal(["a"], index.Ids("\"w101x w100x\"~2"));
        Assert.Empty(index.Ids("\"w8998x w8999x\"~1"));
    }

    [Fact]
    public void Accents_and_very_long_words_are_folded_alike_in_texts_and_queries()
    {
        using var index = new TemporaryIndex().With(Sample.Document("a", "Café " + new string('x', 500)));

        Assert.Equal(["a"], index.Ids("cafe"));
        Assert.Equal(["a"], index.Ids("CAFÉ"));
        Assert.Equal(["a"], index.Ids(new string('x', 500)));
    }

    /// <summary>The runs of letters and digits of a text, folded and not cut further.</summary>
    private static string[] Runs(string text) => new string([.. Tokenizer.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Words[random.Next(Words.Length)]));

    private static IEnumerable<string> Reading(Dictionary<string, SearchDocument> documents, Func<string, bool> fits) =>
        documents.Values.Where(d => fits(d.Title) || d.Text.Values.Any(fits)).Select(d => d.Id).Order();

    private static bool Holds(string text, IReadOnlyList<QueryToken> wanted, bool isPrefix)
    {
        var tokens = Tokenizer.Tokens(text).Select(t => t.Text).ToList();
        return Enumerable.Range(0, tokens.Count).Any(start => wanted.Index().All(w => start + w.Item.Offset < tokens.Count
            && (isPrefix && w.Index == wanted.Count - 1
                ? tokens[start + w.Item.Offset].StartsWith(w.Item.Text, StringComparison.Ordinal)
                : tokens[start + w.Item.Offset] == w.Item.Text)));
    }

    private static bool IsNear(string text, IReadOnlyList<QueryToken> wanted, int slop, bool isPrefix)
    {
        var places = Tokenizer.Tokens(text).Select(t => (t.Text, t.Position)).ToList();
        var of = wanted.Select((w, i) => places
            .Where(p => isPrefix && i == wanted.Count - 1 ? p.Text.StartsWith(w.Text, StringComparison.Ordinal) : p.Text == w.Text)
            .Select(p => p.Position).ToList()).ToList();
        return Choices(of, []).Any(chosen => chosen.Max() - chosen.Min() <= slop + wanted[^1].Offset);
    }

    private static IEnumerable<List<int>> Choices(List<List<int>> of, List<int> chosen) =>
        chosen.Count == of.Count ? [chosen] : of[chosen.Count].SelectMany(place => Choices(of, [.. chosen, place]));
}
