using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Pictures;

/// <summary>Pictures that show nothing are like nothing, least of all like each other.</summary>
public sealed class BlankPictureTests
{
    /// <summary>From this probability on, a picture counts as one that resembles the design.</summary>
    private const double Resembles = 0.5;

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Blank_pictures_are_not_the_same_product(int tone)
    {
        var blank = Texture.Flat(600, 400, (byte)tone);
        using var index = new TemporaryIndex().With(
            With("same", blank), With("black", Texture.Flat(600, 400, 0)), With("white", Texture.Flat(512, 512, 255)), With("one-pixel", Texture.Flat(1, 1, 77)),
            Sample.Document("textured", pictures: 1));

        foreach (var query in new[] { blank, Texture.Flat(1, 1, (byte)tone), Texture.Flat(3000, 2, (byte)tone), Texture.Noisy(blank, 1) })
            Assert.DoesNotContain(index.Ask(picture: FeatureExtractor.ExtractQuery(query)).Hits, hit => hit.Probability >= Resembles);
    }

    [Fact]
    public void A_blank_picture_in_the_index_is_not_what_a_product_looks_like()
    {
        using var index = new TemporaryIndex().With(With("blank", Texture.Flat(600, 600, 255)));

        Assert.DoesNotContain(index.Ask(picture: Sample.Features(1)).Hits, hit => hit.Probability >= Resembles);
    }

    [Fact]
    public void Pictures_that_are_blank_but_for_noise_are_not_the_same_product()
    {
        using var index = new TemporaryIndex().With(Enumerable.Range(1, 5).Select(most => With($"noise-{most}", Texture.Noisy(Texture.Flat(500, 500, 250), most))));

        var result = index.Ask(picture: FeatureExtractor.ExtractQuery(Texture.Noisy(Texture.Flat(500, 500, 200), 6)));

        Assert.DoesNotContain(result.Hits, hit => hit.Probability >= Resembles);
    }

    private static SearchDocument With(string id, RgbImage image) =>
        Sample.Document(id) with { Views = [new SearchView("view", FeatureExtractor.Extract(image))] };
}
