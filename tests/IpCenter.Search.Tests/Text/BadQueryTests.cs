using IpCenter.Search.Tests.Drawing;
using IpCenter.Search.Text;

namespace IpCenter.Search.Tests.Text;

/// <summary>What people and programs send that is no question: told where it is wrong, or answered, and never a fault.</summary>
public sealed class BadQueryTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(Sample.Document("a", "马面裙 lantern"), Sample.Document("b", "灯笼"));

    public static TheoryData<string, string, int> Unreadable { get; } = new()
    {
        { string.Join(' ', Enumerable.Repeat("马面裙", 10_000)), "too-long", QueryParser.MostCharacters },
        { new string('马', 1_000_000), "too-long", QueryParser.MostCharacters },
        { new string('(', 1_000_000), "too-long", QueryParser.MostCharacters },
        { string.Join(' ', Enumerable.Repeat("a", QueryParser.MostTerms + 1)), "too-many", 2 * QueryParser.MostTerms },
        { string.Join(' ', Enumerable.Repeat("*a", 600)), "too-many-patterns", 3 * QueryParser.MostPatterns },
        { string.Join(' ', Enumerable.Repeat("马?裙", 20)), "too-many-patterns", 4 * QueryParser.MostPatterns },
        { string.Join(' ', Enumerable.Repeat("a~", 20)), "too-many-patterns", 3 * QueryParser.MostPatterns },
        { new string('(', 1000) + "a" + new string(')', 999), "too-deep", QueryParser.MostDepth },
        { string.Concat(Enumerable.Repeat("title:(", 200)), "too-deep", 7 * QueryParser.MostDepth + 6 },
        { new string('(', 20) + "a" + new string(')', 19), "unbalanced", 0 },
        { "AND OR NOT", "missing-term", 0 },
        { "+ - ! && ||", "missing-term", 6 },
        { "- - - -", "missing-term", 6 },
        { "\"", "unfinished-phrase", 0 },
        { "马 date:[2026-02-30 TO 2026-03-01]", "bad-range", 7 },
        { "date:[TO]", "bad-range", 5 },
        { "date:[a TO b TO c]", "bad-range", 5 },
        { "date:{2026-01-01 2026-01-02}", "bad-range", 5 },
        { "date:马*", "bad-range", 0 },
        { "[1 TO 2]", "bad-range", 0 },
        { "马^", "missing-term", 2 },
        { "马^^2", "missing-term", 2 },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_is_told_with_its_place(string words, string code, int position)
    {
        var problem = _index.Ask(words).Problem;

        Assert.NotNull(problem);
        Assert.Equal(problem, SearchIndex.ProblemOf(words));
        Assert.Equal((code, position), (problem.Code, problem.Position));
        Assert.True(problem.Length >= 1);
    }

    [Theory]
    [InlineData("\u0000\u0001\u001b\u007f", 2)]
    [InlineData("马\u0000裙", 0)]
    [InlineData("\ud800", 2)]
    [InlineData("马\udc00面", 0)]
    [InlineData("*", 2)]
    [InlineData("***", 2)]
    [InlineData("?", 2)]
    [InlineData("?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*", 0)]
    [InlineData("~", null)]
    [InlineData("((((马^1000)^1000)^1000)^1000)^1000 OR 灯笼", 2)]
    [InlineData("abcdef~99999999999999999999", 0)]
    [InlineData("马^99999999999999999999999999999999999999999999999999", 1)]
    [InlineData("\"马面裙\"~99999999999", 1)]
    [InlineData("date:[* TO *]", 2)]
    [InlineData("date:[2026-12-31 TO 2026-01-01]", 0)]
    [InlineData("date:[0001-01-01 TO 9999-12-31]", 2)]
    [InlineData("date:{9999-12-31 TO *]", 0)]
    [InlineData("date:[* TO 0001-01-01}", 0)]
    [InlineData("date:{2026-01-01 TO 2026-01-02]", 0)]
    [InlineData("date:[2026-01-01 TO 2026-01-02}", 2)]
    public void What_is_odd_is_answered(string words, int? expected)
    {
        var result = _index.Ask(words);

        Assert.Equal(expected is null, result.Problem is not null);
        Assert.Equal(result.Problem, SearchIndex.ProblemOf(words));
        Assert.All(result.Hits, hit => Assert.True(double.IsFinite(hit.Score)));
        Assert.Equal(expected ?? 0, result.Total);
    }

    [Fact]
    public void Filters_that_no_document_has_find_nothing()
    {
        foreach (var facets in new[] { ("class", "99-99"), ("nonsense", "x"), ("owner", "\ud800") })
            Assert.Equal(0, Ask(new SearchQuery { Audiences = ["public"], Facets = new Dictionary<string, IReadOnlyList<string>> { [facets.Item1] = [facets.Item2] } }).Total);
        Assert.Equal(0, Ask(new SearchQuery { Audiences = ["public"], From = DateOnly.MaxValue, To = DateOnly.MinValue }).Total);
        Assert.Equal(2, Ask(new SearchQuery { Audiences = ["public"], From = DateOnly.MinValue, To = DateOnly.MaxValue }).Total);
        Assert.Equal(0, Ask(new SearchQuery { Audiences = [] }).Total);
    }

    [Fact]
    public void A_page_behind_the_last_is_empty_and_a_negative_one_is_a_mistake_of_the_caller()
    {
        var behind = Ask(new SearchQuery { Audiences = ["public"], Skip = int.MaxValue, Limit = int.MaxValue });

        Assert.Equal((2, 0), (behind.Total, behind.Hits.Count));
        Assert.Empty(Ask(new SearchQuery { Audiences = ["public"], Limit = 0 }).Hits);
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask(new SearchQuery { Audiences = ["public"], Skip = -1 }));
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("                ")]
    [InlineData("İ")]
    public void Suggestions_take_anything(string typed) => Assert.Empty(_index.Index.Suggest(typed, ["public"], 5));

    [Fact]
    public void Suggestions_take_a_million_letters() => Assert.Empty(_index.Index.Suggest(new string('马', 1_000_000), ["public"], 5));

    public void Dispose() => _index.Dispose();

    private SearchResult Ask(SearchQuery query) => _index.Index.Search(query, CancellationToken.None);
}
