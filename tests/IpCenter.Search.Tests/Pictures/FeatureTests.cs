using FsCheck;
using FsCheck.Fluent;
using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Pictures;

public sealed class FeatureTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(300, 300)]
    [InlineData(1, 2000)]
    [InlineData(2000, 1)]
    [InlineData(4000, 7)]
    public void A_flat_tiny_or_narrow_picture_is_indexed_and_searched(int width, int height)
    {
        var features = FeatureExtractor.Extract(Texture.Flat(width, height));
        using var index = new TemporaryIndex().With(
            Sample.Document("textured", pictures: 1), Sample.Document("flat") with { Views = [new SearchView("flat", features)] });

        var result = index.Ask(picture: features);

        Assert.Equal(0, features.Count);
        Assert.DoesNotContain(result.Hits, h => h.DocumentId == "textured" && h.Probability > 0.5);
    }

    [Fact]
    public void The_same_pixels_have_the_same_features() =>
        Assert.Equal(FeatureExtractor.Extract(Texture.Draw(3)).ToBytes(), FeatureExtractor.Extract(Texture.Draw(3)).ToBytes());

    [Fact]
    public void Too_few_bytes_for_the_size_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => FeatureExtractor.Extract(new RgbImage(10, 10, new byte[299])));

    [Fact]
    public void Stored_features_are_read_as_they_were()
    {
        var features = Sample.Features(2);

        var read = ViewFeatures.FromBytes(features.ToBytes());

        Assert.True(read.Count > 50);
        Assert.Equal(features.ToBytes(), read.ToBytes());
    }

    [Fact]
    public void Torn_features_are_refused()
    {
        var bytes = Sample.Features(2).ToBytes();

        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, bytes.Length - 1).ToArbitrary(), length =>
            Refuses(bytes[..length])));
    }

    [Fact]
    public void Features_of_another_version_are_refused()
    {
        var bytes = Sample.Features(2).ToBytes();
        bytes[0]++;

        Assert.True(Refuses(bytes));
    }

    [Fact]
    public void Bytes_after_the_features_are_refused() => Assert.True(Refuses([.. Sample.Features(2).ToBytes(), 0]));

    private static bool Refuses(byte[] bytes)
    {
        try
        {
            ViewFeatures.FromBytes(bytes);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
