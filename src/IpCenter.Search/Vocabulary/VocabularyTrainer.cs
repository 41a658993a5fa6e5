using System.Numerics.Tensors;
using IpCenter.Search.Features;

namespace IpCenter.Search.Vocabulary;

/// <summary>
/// Learns the visual words, their bit thresholds and their rarity from sample photos. Deterministic: the same features in the
/// same order give the same file. See <c>docs/benchmarks.md</c> for the recipe of the shipped file.
/// </summary>
public static class VocabularyTrainer
{
    private const int Rounds = 12, SampleForNodes = 50_000;

    /// <summary>Learns from the features of at least a few hundred photos and writes the learned file.</summary>
    public static void Learn(IReadOnlyList<ViewFeatures> samples, Stream output)
    {
        var descriptors = new List<float[]>();
        var photo = new List<int>();
        for (var s = 0; s < samples.Count; s++)
            for (var i = 0; i < samples[s].Count; i++)
            {
                descriptors.Add(Floats(samples[s].Descriptor(i)));
                photo.Add(s);
            }
        var step = Math.Max(1, descriptors.Count / SampleForNodes);
        var nodes = Cluster([.. descriptors.Where((_, i) => i % step == 0)]);
        var byNode = descriptors.Select((d, i) => (Descriptor: d, Photo: photo[i], Node: Nearest(d, nodes))).ToLookup(d => d.Node);

        var leaves = new List<float[]>();
        var medians = new List<sbyte>();
        var rarity = new List<float>();
        var projection = VisualVocabulary.Projection();
        for (var node = 0; node < VisualVocabulary.Branch; node++)
        {
            var members = byNode[node].ToList();
            var children = Cluster([.. members.Select(m => m.Descriptor)]);
            leaves.AddRange(children);
            var byLeaf = members.ToLookup(m => Nearest(m.Descriptor, children));
            for (var leaf = 0; leaf < VisualVocabulary.Branch; leaf++)
            {
                var own = byLeaf[leaf].ToList();
                // A word that few saw takes the thresholds of its whole branch.
                medians.AddRange(Medians([.. (own.Count >= 12 ? own : members).Select(m => m.Descriptor)], projection));
                rarity.Add(MathF.Log((float)samples.Count / (1 + own.Select(m => m.Photo).Distinct().Count())));
            }
        }
        VisualVocabulary.Write(output, Bytes(nodes), Bytes(leaves), [.. medians], [.. rarity]);
    }

    private static List<float[]> Cluster(IReadOnlyList<float[]> points)
    {
        var random = new Random(42);
        var centres = new List<float[]>();
        for (var i = 0; i < VisualVocabulary.Branch; i++)
            centres.Add(points.Count == 0 ? new float[RootSift.Length] : [.. points[random.Next(points.Count)]]);
        for (var round = 0; round < Rounds; round++)
        {
            var sums = centres.Select(_ => new float[RootSift.Length]).ToList();
            var counts = new int[centres.Count];
            foreach (var point in points)
            {
                var nearest = Nearest(point, centres);
                TensorPrimitives.Add(sums[nearest], point, sums[nearest]);
                counts[nearest]++;
            }
            for (var i = 0; i < centres.Count; i++)
            {
                if (counts[i] > 0)
                    TensorPrimitives.Divide(sums[i], (float)counts[i], centres[i]);
                else if (points.Count > 0)
                    centres[i] = [.. points[random.Next(points.Count)]];
            }
        }
        return centres;
    }

    private static int Nearest(float[] point, List<float[]> centres)
    {
        var (best, distance) = (0, float.MaxValue);
        for (var i = 0; i < centres.Count; i++)
        {
            if (TensorPrimitives.Distance(point, centres[i]) is var here && here < distance)
                (best, distance) = (i, here);
        }
        return best;
    }

    private static IEnumerable<sbyte> Medians(IReadOnlyList<float[]> points, float[] projection)
    {
        var values = new float[points.Count];
        for (var bit = 0; bit < VisualVocabulary.Bits; bit++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = TensorPrimitives.Dot<float>(points[i], projection.AsSpan(bit * RootSift.Length, RootSift.Length));
            Array.Sort(values);
            var median = values.Length == 0 ? 0 : values[values.Length / 2];
            yield return (sbyte)Math.Clamp(MathF.Round(median / VisualVocabulary.MedianStep), -127, 127);
        }
    }

    private static byte[] Bytes(IEnumerable<float[]> centres) =>
        [.. centres.SelectMany(c => c).Select(v => (byte)Math.Clamp(MathF.Round(v), 0, 255))];

    private static float[] Floats(ReadOnlySpan<byte> descriptor)
    {
        var floats = new float[descriptor.Length];
        for (var i = 0; i < floats.Length; i++)
            floats[i] = descriptor[i];
        return floats;
    }
}
