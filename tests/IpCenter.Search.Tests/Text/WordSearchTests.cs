using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Text;

public sealed class WordSearchTests : IDisposable
{
    private static readonly string[][] Groups = [["汉服", "hanfu", "演出服"], ["背心", "vest"]];

    private readonly TemporaryIndex _index = new TemporaryIndex(Groups).With(
        Sample.Document("skirt", "织金马面裙", "日常穿着", date: new DateOnly(2026, 1, 1)),
        Sample.Document("hanfu", "儿童汉服套装", "六一演出", owner: "曹县大集镇甲公司", date: new DateOnly(2026, 3, 1)),
        Sample.Document("stage", "儿童演出服", "舞台", date: new DateOnly(2026, 5, 1)),
        Sample.Document("box", "木质首饰盒 Jewellery Boxes", "收纳马面裙配饰", date: new DateOnly(2026, 7, 1)),
        Sample.Document("shirt", "Q版T恤衫", "one red two blue three", date: new DateOnly(2026, 9, 1)));

    [Theory]
    [InlineData("马面裙", "box,skirt")]
    [InlineData("马", "box,skirt")]
    [InlineData("裙", "box,skirt")]
    [InlineData("盒", "box")]
    [InlineData("馬面裙", "box,skirt")]
    [InlineData("title:马面裙", "skirt")]
    [InlineData("title:(马面裙 OR 首饰盒)", "box,skirt")]
    [InlineData("owner:大集镇", "hanfu")]
    [InlineData("box", "box")]
    [InlineData("ＢＯＸＥＳ", "box")]
    [InlineData("jewel*", "box")]
    [InlineData("j?wel*ry", "box")]
    [InlineData("织金*", "skirt")]
    [InlineData("马?裙", "box,skirt")]
    [InlineData("儿童*服", "hanfu,stage")]
    [InlineData("jewelery~1", "box")]
    [InlineData("jewelry~1", "")]
    [InlineData("jewelry~2", "box")]
    [InlineData("\"木质 盒\"", "")]
    [InlineData("\"木质 饰盒\"~3", "box")]
    [InlineData("\"织金马面裙\"~1", "skirt")]
    [InlineData("\"织金 面裙\"~1", "skirt")]
    [InlineData("\"one red two blue three\"~1", "shirt")]
    [InlineData("\"red one three blue two\"~1", "shirt")]
    [InlineData("\"one two three\"~1", "")]
    [InlineData("\"one two three\"~2", "shirt")]
    [InlineData("\"Q T恤\"~2", "shirt")]
    [InlineData("T恤", "shirt")]
    [InlineData("t恤衫", "shirt")]
    [InlineData("T衫", "")]
    [InlineData("\"Jewellery Boxes\" OR 儿童 AND 舞台", "stage")]
    [InlineData("舞台 OR 木质 AND 儿童", "")]
    [InlineData("舞台 OR (木质 AND 收纳)", "box,stage")]
    [InlineData("舞台 OR NOT 儿童", "")]
    [InlineData("马面裙 AND 首饰盒", "box")]
    [InlineData("马面裙 首饰盒", "box")]
    [InlineData("舞台 OR 首饰盒", "box,stage")]
    [InlineData("马面裙 -首饰盒", "skirt")]
    [InlineData("马面裙 NOT 首饰盒", "skirt")]
    [InlineData("+儿童 +舞台", "stage")]
    [InlineData("-马面裙", "hanfu,shirt,stage")]
    [InlineData("date:[2026-03-01 TO 2026-05-01]", "hanfu,stage")]
    [InlineData("date:[* TO 2026-01-01]", "skirt")]
    [InlineData("date:2026-07-01", "box")]
    [InlineData("马面裙 date:[2026-02-01 TO *]", "box")]
    [InlineData("a\\*b", "")]
    [InlineData("*", "box,hanfu,shirt,skirt,stage")]
    [InlineData("，。！", "box,hanfu,shirt,skirt,stage")]
    public void Words_find_what_they_say(string words, string expected)
    {
        var result = _index.Ask(words);

        Assert.Null(result.Problem);
        Assert.Equal(expected, string.Join(',', result.Hits.Select(h => h.DocumentId).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("hanfu", "hanfu,stage")]
    [InlineData("HANFU", "hanfu,stage")]
    [InlineData("hanfus", "hanfu,stage")]
    [InlineData("汉服，", "hanfu,stage")]
    [InlineData("儿童汉服", "hanfu,stage")]
    [InlineData("title:演出服", "hanfu,stage")]
    [InlineData("\"汉服\"", "hanfu")]
    [InlineData("汉服*", "hanfu")]
    public void Synonyms_are_searched_unless_the_word_is_quoted_or_cut(string words, string expected) =>
        Assert.Equal(expected, string.Join(',', _index.Ids(words).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_title_weighs_more_than_other_fields() => Assert.Equal(["skirt", "box"], _index.Ids("马面裙"));

    [Fact]
    public void A_boosted_word_comes_first()
    {
        Assert.Equal("box", _index.Ids("织金 OR 首饰盒^10")[0]);
        Assert.Equal("skirt", _index.Ids("织金^10 OR 首饰盒")[0]);
        Assert.Equal("box", _index.Ids("织金 OR (首饰盒 收纳)^10")[0]);
        Assert.Equal("skirt", _index.Ids("(织金 OR date:2026-01-01)^10 OR 首饰盒")[0]);
    }

    [Fact]
    public void Of_equal_hits_the_newer_comes_first() => Assert.Equal(["shirt", "box", "stage", "hanfu", "skirt"], _index.Ids());

    [Fact]
    public void Facets_count_the_hits_and_narrow_them()
    {
        var all = _index.Ask("儿童");
        var one = _index.Index.Search(
            new SearchQuery { Audiences = ["public"], Words = "儿童", Facets = new Dictionary<string, IReadOnlyList<string>> { ["owner"] = ["曹县大集镇甲公司"] } },
            CancellationToken.None);

        Assert.Equal([new FacetCount("02-02", 2)], all.Facets["class"]);
        Assert.Equal(2, all.Facets["owner"].Count);
        Assert.Equal("hanfu", Assert.Single(one.Hits).DocumentId);
    }

    [Fact]
    public void Pages_do_not_overlap_and_count_everything()
    {
        var pages = Enumerable.Range(0, 3).Select(p => _index.Index.Search(new SearchQuery { Audiences = ["public"], Skip = 2 * p, Limit = 2 }, CancellationToken.None)).ToList();

        Assert.All(pages, p => Assert.Equal(5, p.Total));
        Assert.Equal(_index.Ids(), pages.SelectMany(p => p.Hits).Select(h => h.DocumentId));
    }

    public void Dispose() => _index.Dispose();
}
