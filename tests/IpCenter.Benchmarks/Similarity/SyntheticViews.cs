using IpCenter.Search;
using IpCenter.Search.Features;
using IpCenter.Search.Index;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>
/// Views that no camera took, with the statistics of real ones: each local feature is that of a real picture, its descriptor jittered
/// before it is quantised, laid somewhere else; the layout is a real one, jittered.
/// </summary>
internal sealed class SyntheticViews
{
    /// <summary>Jittered copies of every real feature.</summary>
    private const int Copies = 4;

    /// <summary>Standard deviation of a descriptor's values, whose norm is 512: about a quarter of it in all.</summary>
    private const double Jitter = 12;

    private readonly List<IndexedPoint> _points = [];
    private readonly IReadOnlyList<ViewFeatures> _real;
    private readonly Random _random;

    public SyntheticViews(IReadOnlyList<ViewFeatures> real, int seed)
    {
        (_real, _random) = (real, new Random(seed));
        var drawn = new IndexedPoint[real.Count * Copies][];
        Parallel.For(0, drawn.Length, at => drawn[at] = IndexedView.Of(new SearchView("", Jittered(real[at / Copies], new Random(seed + at)))).Points);
        foreach (var points in drawn)
            _points.AddRange(points);
    }

    public StoredDocument Draw(int number)
    {
        var model = _real[_random.Next(_real.Count)];
        var points = new IndexedPoint[model.Count];
        for (var i = 0; i < points.Length; i++)
        {
            var drawn = _points[_random.Next(_points.Count)];
            var place = (uint)_random.Next(256) | (uint)_random.Next(256) << 8 | (uint)_random.Next(256) << 24;
            points[i] = drawn with { Point = new PackedPoint(drawn.Point.Bits & 0x00FF0000 | place) };
        }
        sbyte[] layout = [.. model.WholeView.Select(value => (sbyte)Math.Clamp(value + Normal(_random) * 12, -127, 127))];
        var view = new IndexedView("front", model.Width, model.Height, points, PackedLayout.Of(layout), []);
        return new StoredDocument(new DocumentFields($"synthetic-{number:D7}", [Answers.Everybody], "", [], [], null), [view]);
    }

    private static ViewFeatures Jittered(ViewFeatures features, Random random)
    {
        byte[] descriptors = [.. features.Descriptors.Select(value => (byte)Math.Clamp(value + Normal(random) * Jitter, 0, 255))];
        return new ViewFeatures(features.Width, features.Height, features.Points, descriptors, features.WholeView, []);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
