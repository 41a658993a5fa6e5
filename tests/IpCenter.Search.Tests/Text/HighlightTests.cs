using FsCheck;
using FsCheck.Fluent;
using IpCenter.Search.Tests.Drawing;
using IpCenter.Search.Text;

namespace IpCenter.Search.Tests.Text;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("马面裙", "title", "织金【马面裙】 Jewellery Boxes")]
    [InlineData("馬面裙", "title", "织金【马面裙】 Jewellery Boxes")]
    [InlineData("马", "title", "织金【马】面裙 Jewellery Boxes")]
    [InlineData("box", "title", "织金马面裙 Jewellery 【Boxes】")]
    [InlineData("ＪＥＷＥＬ*", "title", "织金马面裙 【Jewellery】 Boxes")]
    [InlineData("j?wel*ry", "title", "织金马面裙 【Jewellery】 Boxes")]
    [InlineData("jewelery~1", "title", "织金马面裙 【Jewellery】 Boxes")]
    [InlineData("金?面", "title", "织【金马面】裙 Jewellery Boxes")]
    [InlineData("织*面", "title", "【织金马面】裙 Jewellery Boxes")]
    [InlineData("\"jewellery box\"", "title", "织金马面裙 【Jewellery】 【Boxes】")]
    [InlineData("\"织金 面裙\"~3", "title", "【织金】马【面裙】 Jewellery Boxes")]
    [InlineData("\"jewellery 织金\"~4", "title", "【织金】马面裙 【Jewellery】 Boxes")]
    [InlineData("\"织金马面裙\"~1", "title", "【织金马面裙】 Jewellery Boxes")]
    [InlineData("织金 -灯笼", "title", "【织金】马面裙 Jewellery Boxes")]
    [InlineData("织金 OR 灯笼", "title", "【织金】马面裙 Jewellery Boxes")]
    [InlineData("hanfu", "use", "六一①【演出服】，【汉服】")]
    [InlineData("use:汉服", "use", "六一①【演出服】，【汉服】")]
    [InlineData("1", "use", "六一【①】演出服，汉服")]
    [InlineData("owner:甲", "owner", "曹县大集镇【甲】公司")]
    public void What_the_words_met_is_told(string words, string field, string expected)
    {
        using var index = Index();

        Assert.Equal(expected, Marked(Assert.Single(index.Ask(words).Hits).Highlights[field]));
    }

    [Theory]
    [InlineData("use:汉服", "title")]
    [InlineData("title:马面裙", "use")]
    [InlineData("-灯笼", "title")]
    [InlineData("date:[2020-01-01 TO *]", "title")]
    [InlineData(null, "title")]
    public void Where_nothing_was_met_nothing_is_marked(string? words, string field)
    {
        using var index = Index();

        Assert.False(Assert.Single(index.Ask(words).Hits).Highlights.ContainsKey(field));
    }

    [Fact]
    public void Of_a_long_text_the_piece_is_given_that_holds_most()
    {
        var brief = $"马面裙{new string('一', 300)}马面裙的图案与马面裙的形状{new string('二', 300)}";
        using var index = new TemporaryIndex().With(Sample.Document("a") with { Title = "衣", Text = new Dictionary<string, string> { ["brief"] = brief } });

        var found = Assert.Single(index.Ask("马面裙").Hits).Highlights["brief"];

        Assert.Equal(120, found.Text.Length);
        Assert.Equal(brief.Substring(found.Start, 120), found.Text);
        Assert.True(found.IsCut);
        Assert.Contains("【马面裙】的图案与【马面裙】的形状", Marked(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_and_asked_the_ranges_lie_in_the_text()
    {
        var signs = Gen.Elements("马", "面", "裙", "ﬁ", "①", "é", "e\u0301", "𠮷", "\ud800", "Ａ", "box", " ", "가", "\u1100\u1161", "ß", "，", "3");
        var texts = signs.ListOf().Select(list => string.Concat(list));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(texts.ToArbitrary(), texts.ToArbitrary(), (written, asked) =>
        {
            var tokens = Tokenizer.QueryTokens(asked);
            if (tokens.Count == 0)
                return;
            var highlights = new Highlighter(new PhraseNode(null, asked, IsQuoted: true, IsPrefix: false, 0, 1), Synonyms.None).In(field => field == 0 ? written : "");
            foreach (var (text, _, _, ranges) in highlights.Values)
            {
                var behind = -1;
                foreach (var (start, length) in ranges)
                {
                    Assert.True(start > behind && length > 0 && start + length <= text.Length);
                    behind = start + length;
                }
            }
        }));
    }

    private static TemporaryIndex Index() => new TemporaryIndex([["汉服", "hanfu", "演出服"]]).With(
        Sample.Document("a", "织金马面裙 Jewellery Boxes", "六一①演出服，汉服", owner: "曹县大集镇甲公司"));

    private static string Marked(Highlight highlight)
    {
        var text = highlight.Text;
        foreach (var (start, length) in highlight.Ranges.Reverse())
            text = text.Insert(start + length, "】").Insert(start, "【");
        return text;
    }
}
