using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>A query that names the documents it looks at, and one that wants the newest first.</summary>
public sealed class NarrowingTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(
        Sample.Document("a", "马面裙", date: new DateOnly(2026, 2, 1), pictures: 1),
        Sample.Document("b", "马面裙", date: new DateOnly(2026, 3, 1), pictures: 1),
        Sample.Document("c", "灯笼", date: new DateOnly(2026, 1, 1), pictures: 3),
        Sample.Document("hidden", "马面裙", audience: "staff", date: new DateOnly(2026, 4, 1), pictures: 1));

    [Theory]
    [InlineData(null, false, "a b c")]
    [InlineData("马面裙", false, "a b")]
    [InlineData(null, true, "a b")]
    [InlineData("马面裙", true, "a b")]
    public void Only_the_named_documents_are_found_by_words_and_by_pictures(string? words, bool byPicture, string all)
    {
        var query = Query(words, byPicture);

        Assert.Equal(all.Split(' '), Ids(query));
        Assert.Equal(["a"], Ids(query with { AmongIds = ["a", "gone"] }));
        Assert.Empty(Ids(query with { AmongIds = [] }));
    }

    [Fact]
    public void Naming_a_document_does_not_show_it_to_somebody_who_may_not_find_it()
    {
        var result = Search(Query(null, byPicture: true) with { AmongIds = ["hidden"] });

        Assert.Equal((0, 0), (result.Total, result.Hits.Count));
        Assert.Empty(result.Facets);
        Assert.Equal(["hidden"], Ids(Query(null, byPicture: true) with { AmongIds = ["hidden"], Audiences = ["staff"] }));
    }

    [Fact]
    public void Filters_and_counts_are_of_the_named_documents_alone()
    {
        var result = Search(Query(null, byPicture: false) with { AmongIds = ["a", "c"], From = new DateOnly(2026, 1, 15) });

        Assert.Equal("a", Assert.Single(result.Hits).DocumentId);
        Assert.Equal(1, Assert.Single(result.Facets["class"]).Count);
    }

    [Fact]
    public void What_is_less_probable_than_asked_is_neither_a_hit_nor_counted()
    {
        var all = Search(Query(null, byPicture: true));
        var sure = Search(Query(null, byPicture: true) with { LeastProbability = 0.99 });

        Assert.Equal(["a", "b"], all.Hits.Where(h => h.Probability >= 0.99).Select(h => h.DocumentId).Order());
        Assert.Equal(2, sure.Total);
        Assert.Equal(2, Assert.Single(sure.Facets["class"]).Count);
        Assert.Empty(Search(Query(null, byPicture: true) with { LeastProbability = 1.01 }).Hits);
        Assert.Equal(3, Search(Query(null, byPicture: false) with { LeastProbability = 0.99 }).Total);
    }

    [Fact]
    public void The_newest_come_first_when_asked_so_whatever_fits_best()
    {
        _index.With(Sample.Document("half", "马面裙 灯笼 马面裙", date: new DateOnly(2026, 5, 1), pictures: 2));

        Assert.Equal(["half", "b", "a"], Search(Query("马面裙", byPicture: false) with { Order = SearchOrder.Newest }).Hits.Select(h => h.DocumentId));
        Assert.Equal("half", Search(Query(null, byPicture: false) with { Order = SearchOrder.Newest, Limit = 1 }).Hits.Single().DocumentId);
    }

    public void Dispose() => _index.Dispose();

    private static SearchQuery Query(string? words, bool byPicture) =>
        new() { Audiences = ["public"], Words = words, Images = byPicture ? [Sample.Features(1)] : [] };

    private SearchResult Search(SearchQuery query) => _index.Index.Search(query, CancellationToken.None);

    private IEnumerable<string> Ids(SearchQuery query) => Search(query).Hits.Select(h => h.DocumentId).Order(StringComparer.Ordinal);
}
