using FsCheck;
using FsCheck.Fluent;
using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Text;

public sealed class QuerySyntaxTests
{
    [Theory]
    [InlineData("(马面裙", "unbalanced", 0)]
    [InlineData("马面裙)", "unbalanced", 3)]
    [InlineData("红 (马面裙", "unbalanced", 2)]
    [InlineData("\"马面裙", "unfinished-phrase", 0)]
    [InlineData("红 AND", "missing-term", 2)]
    [InlineData("AND 红", "missing-term", 0)]
    [InlineData("红 -", "missing-term", 2)]
    [InlineData("()", "missing-term", 1)]
    [InlineData("title:", "missing-term", 0)]
    [InlineData("红^", "missing-term", 2)]
    [InlineData("\\", "missing-term", 0)]
    [InlineData(":红", "missing-term", 0)]
    [InlineData("红 colour:x", "unknown-field", 2)]
    [InlineData("date:[2026-13-01 TO *]", "bad-range", 5)]
    [InlineData("date:[2026-01-01]", "bad-range", 5)]
    [InlineData("date:[2026-01-01 TO 2026-02-01", "unbalanced", 5)]
    [InlineData("date:soon", "bad-range", 0)]
    [InlineData("title:[a TO b]", "bad-range", 0)]
    public void A_query_that_cannot_be_read_is_refused_with_its_place(string words, string code, int position)
    {
        using var index = new TemporaryIndex();

        var result = index.Ask(words);

        Assert.NotNull(result.Problem);
        Assert.Equal((code, position), (result.Problem.Code, result.Problem.Position));
        Assert.Empty(result.Hits);
    }

    [Fact]
    public void A_query_of_ten_thousand_words_is_refused()
    {
        using var index = new TemporaryIndex();

        Assert.Equal("too-long", index.Ask(string.Join(' ', Enumerable.Repeat("马面裙", 10_000))).Problem?.Code);
        Assert.Equal("too-many", index.Ask(string.Join(' ', Enumerable.Repeat("a", 101))).Problem?.Code);
        Assert.Null(index.Ask(string.Join(' ', Enumerable.Repeat("a", 100))).Problem);
    }

    [Fact]
    public void Whatever_is_typed_is_answered()
    {
        using var index = new TemporaryIndex([["马面裙", "mamian"]]).With(Sample.Document("a", "马面裙 lantern"));
        var signs = Gen.Elements("马", "裙", "a", "*", "?", "~", "^", "\"", "(", ")", "[", "]", "{", "}", ":", "\\", "+", "-", "!", "&&", "||", " AND ", " OR ", " NOT ", " ",
            "title:", "date:", "2026-01-01", " TO ", "9", "\0", "\ud800", "'", "é", "𠮷");
        var typed = signs.ListOf().Select(list => string.Concat(list));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(typed.ToArbitrary(), words => index.Ask(words).Total is 0 or 1));
    }

    [Fact]
    public void Any_text_is_answered()
    {
        using var index = new TemporaryIndex().With(Sample.Document("a", "马面裙 lantern"));

        Check.QuickThrowOnFailure(Prop.ForAll<string?>(words =>
        {
            index.Index.Suggest(words ?? "", ["public"], 5);
            return index.Ask(words).Total is 0 or 1;
        }));
    }
}
