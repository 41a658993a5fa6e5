using IpCenter.Search.Features;
using IpCenter.Search.Index;
using IpCenter.Search.Matching;
using IpCenter.Search.Tests.Drawing;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Tests.Pictures;

/// <summary>The fast forms of the arithmetic against the plain ones.</summary>
public sealed class ArithmeticTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 40)]
    [InlineData(17, 9)]
    [InlineData(64, 33)]
    public void A_blur_is_the_weighted_mean_with_edges_continued(int width, int height)
    {
        const double sigma = 1.3;
        var random = new Random(width);
        var plane = new Plane(width, height, [.. Enumerable.Range(0, width * height).Select(_ => random.NextSingle())]);

        var blurred = plane.Blur(sigma);

        var radius = (int)Math.Ceiling(3 * sigma);
        var kernel = Enumerable.Range(-radius, 2 * radius + 1).ToDictionary(t => t, t => Math.Exp(-t * t / (2 * sigma * sigma)));
        var sum = kernel.Values.Sum();
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                Assert.Equal(
                    kernel.Sum(row => kernel.Sum(column => row.Value * column.Value
                        * plane[Math.Clamp(x + column.Key, 0, width - 1), Math.Clamp(y + row.Key, 0, height - 1)])) / (sum * sum),
                    blurred[x, y], 1e-4);
    }

    [Fact]
    public void Gradients_have_the_size_and_the_direction_of_the_differences()
    {
        var random = new Random(5);
        var plane = new Plane(43, 21, [.. Enumerable.Range(0, 43 * 21).Select(_ => random.NextSingle())]);

        var gradients = Gradients.Of(plane);

        for (var y = 1; y < 20; y++)
            for (var x = 1; x < 42; x++)
            {
                var (dx, dy) = (plane[x + 1, y] - plane[x - 1, y], plane[x, y + 1] - plane[x, y - 1]);
                var turn = Math.Atan2(dy, dx);
                Assert.Equal(Math.Sqrt(dx * dx + dy * dy), gradients.Magnitudes[y * 43 + x], 1e-5);
                Assert.InRange(Math.Abs(gradients.Angles[y * 43 + x] - (turn < 0 ? turn + Math.Tau : turn)), 0, 3e-4);
            }
        Assert.Equal(0, gradients.Magnitudes[0]);
    }

    [Fact]
    public void The_words_of_a_feature_are_the_nearest_pairs_of_all_and_the_first_is_the_one_of_the_index()
    {
        var features = Sample.Features(4);
        var one = VisualVocabulary.Instance.Quantise(features, 1);

        var many = VisualVocabulary.Instance.Quantise(features, 12);

        for (var i = 0; i < features.Count; i++)
        {
            var words = many.Words[(i * 12)..((i + 1) * 12)];
            Assert.Equal(12, words.Distinct().Count());
            Assert.Equal(one.Words[i], words[0]);
            Assert.Equal(one.Signatures[i], many.Signatures[i * 12]);
        }
    }

    [Fact]
    public void A_packed_point_is_the_point_to_within_a_step()
    {
        foreach (var point in Sample.Features(6).Points)
        {
            var packed = PackedPoint.Of(point).ToKeyPoint();

            Assert.InRange(Math.Abs(packed.X - point.X), 0, 1 / 255.0);
            Assert.InRange(Math.Abs(packed.Y - point.Y), 0, 1 / 255.0);
            Assert.InRange(packed.Scale / point.Scale, Math.Pow(2, -1 / 16.0), Math.Pow(2, 1 / 16.0));
            Assert.InRange(Math.Abs(packed.Angle - point.Angle), 0, Math.Tau / 256 + 1e-4);
        }
    }

    [Fact]
    public void A_packed_layout_is_nearly_the_layout_and_a_blank_one_is_like_nothing()
    {
        var layouts = Enumerable.Range(0, 6).Select(seed => Sample.Features(seed).WholeView).ToList();
        foreach (var one in layouts)
            foreach (var other in layouts)
            {
                var packed = PackedLayout.Of(other);
                var exact = Layout.Unit(one).Zip(Layout.Unit(other), (a, b) => a * b).Sum();
                Assert.InRange(PackedLayout.Cosine(Layout.Unit(one), packed.Signs, packed.Sizes) - exact, -0.05, 0.05);
            }
        var blank = PackedLayout.Of(new sbyte[Layout.Length]);
        Assert.Equal(0, PackedLayout.Cosine(Layout.Unit(layouts[0]), blank.Signs, blank.Sizes));
    }

    [Fact]
    public void A_picture_that_is_looked_for_gives_more_features_and_a_small_one_is_enlarged()
    {
        var large = Texture.Draw(8, 900, 900);
        var small = Texture.Scaled(Texture.Draw(8), 0.5);

        Assert.True(FeatureExtractor.ExtractQuery(large).Count > FeatureExtractor.Extract(large).Count);
        Assert.True(FeatureExtractor.Extract(small).Count > 150);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(61)]
    public void Near_signatures_are_those_that_differ_in_few_bits(int count)
    {
        const ulong wanted = 0xF00F_1234_5678_9ABC;
        var random = new Random(count);
        // Each differs in some bits, also in none and in all.
        ulong[] values = [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? wanted : i % 7 == 1 ? ~wanted : wanted ^ ((ulong)random.NextInt64() & (ulong)random.NextInt64()))];

        foreach (var most in (int[])[0, 15, 16, 64])
        {
            var found = new int[count];
            var number = NearSignatures.Find(values, wanted, most, found);

            Assert.Equal(Enumerable.Range(0, count).Where(i => System.Numerics.BitOperations.PopCount(values[i] ^ wanted) <= most), found[..number]);
        }
    }

    [Fact]
    public void With_the_number_of_views_a_feature_is_looked_for_under_fewer_words_and_in_the_end_under_its_nearest_unless_many_have_it()
    {
        var features = Sample.Features(4);

        var words = ((int[])[1_000, 30_000, 1_000_000, 100_000_000])
            .Select(views => new ImageQuery(features, 0, mirrored: false, views).WordEnds.Select((end, point) => end - point * ImageQuery.WordsPerPoint).ToList())
            .ToList();

        Assert.All(words[0], number => Assert.Equal(ImageQuery.WordsPerPoint, number));
        Assert.All(words[3], number => Assert.InRange(number, 0, 1));
        Assert.True(words[3].Sum() > features.Count / 2);
        for (var larger = 1; larger < words.Count; larger++)
            Assert.All(words[larger].Zip(words[larger - 1]), pair => Assert.InRange(pair.First, 0, pair.Second));
        Assert.True(words[2].Sum() < words[1].Sum());
    }
}
