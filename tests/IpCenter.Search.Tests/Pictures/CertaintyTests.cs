using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Pictures;

/// <summary>What the probability says: that the product is the same, not that something is.</summary>
public sealed class CertaintyTests : IDisposable
{
    private readonly TemporaryIndex _index = new();

    [Fact]
    public void One_side_that_two_products_share_does_not_make_them_the_same()
    {
        _index.With(Sample.Document("same", pictures: [1, 2, 3, 4]), Sample.Document("one-side", pictures: [1, 20, 30, 40]));

        var hits = Ask(1, 2, 3, 4);

        Assert.Equal("same", hits[0].DocumentId);
        Assert.InRange(hits[0].Probability!.Value, 0.95, 1);
        Assert.Equal(4, hits[0].MatchingImages);
        Assert.Equal("one-side", hits[1].DocumentId);
        Assert.InRange(hits[1].Probability!.Value, 0.4, 0.7);
        Assert.Equal((1, "view-1", 0), (hits[1].MatchingImages, hits[1].ViewId, hits[1].QueryImage));
    }

    [Fact]
    public void Sides_that_were_not_photographed_before_do_no_harm()
    {
        _index.With(Sample.Document("half", pictures: [1, 2]));

        Assert.InRange(Ask(1, 2, 50, 60)[0].Probability!.Value, 0.95, 1);
    }

    [Fact]
    public void A_motif_between_much_that_differs_is_a_lead_and_no_certainty()
    {
        var wanted = Texture.Draw(5);
        _index.With(Document("motif", Texture.CornersOn(wanted, Texture.Draw(77))));

        var motif = Assert.Single(_index.Ask(picture: FeatureExtractor.Extract(wanted)).Hits);

        Assert.InRange(motif.AgreeingPlaces, 12, 200);
        Assert.InRange(motif.Probability!.Value, 0.3, 0.8);
    }

    public void Dispose() => _index.Dispose();

    private IReadOnlyList<SearchHit> Ask(params int[] pictures) => _index.Index.Search(
        new SearchQuery { Audiences = ["public"], Images = [.. pictures.Select(Sample.Features)] }, CancellationToken.None).Hits;

    private static SearchDocument Document(string id, RgbImage picture) =>
        Sample.Document(id) with { Views = [new SearchView("front", FeatureExtractor.Extract(picture))] };
}
