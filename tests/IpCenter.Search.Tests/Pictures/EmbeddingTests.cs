using IpCenter.Search.Matching;
using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Pictures;

/// <summary>The door for a learned descriptor: with one configured it is a further kind of evidence, without one nothing changes.</summary>
public sealed class EmbeddingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-embedding-").FullName;

    [Fact]
    public void What_only_the_embedding_finds_alike_is_found_by_it()
    {
        var tones = new TonesEmbedder();
        using var index = SearchIndex.Open(_folder, embedder: tones);
        index.Apply([.. new byte[] { 40, 120, 240 }.Select(tone => IndexChange.Upsert(Sample.Document($"{tone}") with { Views = [View(tone, tones)] }))], 1);

        var best = index.Search(Ask(FeatureExtractor.Extract(Texture.Flat(90, 60, 121), tones)), CancellationToken.None).Hits[0];

        Assert.Equal("120", best.DocumentId);
        Assert.True(best.Probability > 0.9);
        Assert.Null(best.QueryRegion);
    }

    [Fact]
    public void An_index_of_another_model_begins_anew()
    {
        using (var index = SearchIndex.Open(_folder, embedder: new TonesEmbedder()))
            index.Apply([IndexChange.Upsert(Sample.Document("a"))], 1);

        using var plain = SearchIndex.Open(_folder);

        Assert.Equal(0, plain.Position);
        Assert.Contains("other features", plain.Damage, StringComparison.Ordinal);
    }

    [Fact]
    public void Embedded_features_are_read_as_they_were_stored()
    {
        var features = FeatureExtractor.Extract(Texture.Draw(1), new TonesEmbedder());

        Assert.Equal(features.ToBytes(), ViewFeatures.FromBytes(features.ToBytes()).ToBytes());
        Assert.NotEqual(FeatureExtractor.Extract(Texture.Draw(1)).ToBytes(), features.ToBytes());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(64)]
    [InlineData(100)]
    public void The_cosine_is_that_of_the_formula(int length)
    {
        var random = new Random(length);
        sbyte[] one = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))], other = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
        var expected = one.Zip(other, (a, b) => (double)a * b).Sum() / Math.Sqrt(one.Sum(a => (double)a * a) * other.Sum(b => (double)b * b));

        Assert.Equal(expected, Embeddings.Cosine(one, other), 9);
        Assert.Equal(0, Embeddings.Cosine(one, [.. other, 1]));
        Assert.Equal(0, Embeddings.Cosine(one, new sbyte[length]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SearchView View(byte tone, IImageEmbedder embedder) => new($"{tone}", FeatureExtractor.Extract(Texture.Flat(90, 60, tone), embedder));

    private static SearchQuery Ask(ViewFeatures picture) => new() { Audiences = ["public"], Images = [picture] };

    /// <summary>Turns the middle tone into a direction.</summary>
    private sealed class TonesEmbedder : IImageEmbedder
    {
        public string Name => "tones-1";

        public int Length => 2;

        public double Probability(double cosine) => cosine > 0.999 ? 0.95 : 0;

        public sbyte[] Embed(RgbImage image)
        {
            var turn = image.Rgb.Span[image.Rgb.Length / 2] / 256.0 * Math.Tau;
            return [(sbyte)(100 * Math.Cos(turn)), (sbyte)(100 * Math.Sin(turn))];
        }
    }
}
