using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Pictures;

public sealed class RecognitionTests : IDisposable
{
    private const int Gallery = 12, Wanted = 5;

    private readonly TemporaryIndex _index = new();

    public RecognitionTests() => _index.Index.Apply(
        [.. Enumerable.Range(0, Gallery).Select(seed => IndexChange.Upsert(Sample.Document($"d{seed}", pictures: seed)))], 1);

    public static TheoryData<string> Ways { get; } = ["cropped", "mirrored", "smaller", "larger", "noisy"];

    [Fact]
    public void The_same_picture_is_found_first_and_for_certain()
    {
        var best = _index.Ask(picture: Sample.Features(Wanted)).Hits[0];

        Assert.Equal($"d{Wanted}", best.DocumentId);
        Assert.Equal($"view-{Wanted}", best.ViewId);
        Assert.True(best.Probability > 0.95, $"{best.Probability}");
        Assert.False(best.Mirrored);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_picture_is_found_again_after_what_happens_to_pictures(string way)
    {
        var picture = Texture.Draw(Wanted);
        var changed = way switch
        {
            "cropped" => Texture.Cropped(picture, 0.7),
            "mirrored" => Texture.Mirrored(picture),
            "smaller" => Texture.Scaled(picture, 0.6),
            "larger" => Texture.Scaled(picture, 1.4),
            _ => Texture.Noisy(picture, 20),
        };

        var best = _index.Ask(picture: FeatureExtractor.Extract(changed)).Hits[0];

        Assert.Equal($"d{Wanted}", best.DocumentId);
        Assert.True(best.Probability > 0.9, $"{way}: {best.Probability}");
        Assert.Equal(way == "mirrored", best.Mirrored);
    }

    [Fact]
    public void The_region_that_agrees_lies_where_the_picture_was_cut_out()
    {
        var best = _index.Ask(picture: FeatureExtractor.Extract(Texture.Cropped(Texture.Draw(Wanted), 0.5))).Hits[0];

        var region = Assert.IsType<MatchRegion>(best.ViewRegion);
        Assert.InRange(region.X, 0.2, 0.45);
        Assert.InRange(region.Y, 0.2, 0.45);
        Assert.InRange(region.X + region.Width, 0.55, 0.8);
        Assert.InRange(region.Y + region.Height, 0.55, 0.8);
    }

    [Fact]
    public void A_picture_that_is_not_there_is_not_taken_for_one_that_is() =>
        Assert.DoesNotContain(_index.Ask(picture: Sample.Features(Gallery + 7)).Hits, h => h.Probability > 0.9);

    [Fact]
    public void Words_and_pictures_must_both_fit() =>
        Assert.Empty(_index.Ask("灯笼", Sample.Features(Wanted)).Hits);

    public void Dispose() => _index.Dispose();
}
