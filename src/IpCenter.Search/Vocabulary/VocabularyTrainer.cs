using System.Numerics.Tensors;

namespace IpCenter.Search.Vocabulary;

/// <summary>
/// Learns the words of both halves and the rarity of their pairs from sample photos. Deterministic: the same features in the
/// same order give the same file. See <c>docs/benchmarks.md</c> for the recipe of the shipped file.
/// </summary>
public static class VocabularyTrainer
{
    private const int Rounds = 20, MostForCentres = 100_000;

    /// <summary>How much the frequency that the halves foretell counts beside the one that was seen, in features.</summary>
    private const double PriorFeatures = 100_000;

    /// <summary>Features of a usual picture.</summary>
    private const double PerPicture = 300;

    /// <summary>Learns from the features of at least a few hundred photos and writes the learned file.</summary>
    public static void Learn(IReadOnlyList<ViewFeatures> samples, Stream output)
    {
        var descriptors = new List<float[]>();
        foreach (var sample in samples)
            for (var i = 0; i < sample.Count; i++)
                descriptors.Add(Floats(sample.Descriptor(i)));
        var first = Cluster(descriptors, 0);
        var second = Cluster(descriptors, VisualVocabulary.Half);
        output.Write(Bytes(first));
        output.Write(Bytes(second));
        output.Write(Rarity(descriptors, first, second));
    }

    private static float[][] Cluster(List<float[]> descriptors, int side)
    {
        var step = Math.Max(1, descriptors.Count / MostForCentres);
        var points = descriptors.Where((_, i) => i % step == 0).Select(d => d[side..(side + VisualVocabulary.Half)]).ToList();
        var random = new Random(42);
        var centres = new float[VisualVocabulary.HalfWords][];
        for (var i = 0; i < centres.Length; i++)
            centres[i] = [.. points[random.Next(points.Count)]];
        for (var round = 0; round < Rounds; round++)
        {
            var sums = centres.Select(_ => new float[VisualVocabulary.Half]).ToArray();
            var counts = new int[centres.Length];
            var nearest = Nearest(points, centres);
            for (var i = 0; i < points.Count; i++)
            {
                TensorPrimitives.Add(sums[nearest[i]], points[i], sums[nearest[i]]);
                counts[nearest[i]]++;
            }
            for (var i = 0; i < centres.Length; i++)
            {
                if (counts[i] > 0)
                    TensorPrimitives.Divide(sums[i], (float)counts[i], centres[i]);
                else
                    centres[i] = [.. points[random.Next(points.Count)]];
            }
        }
        return centres;
    }

    private static int[] Nearest(List<float[]> points, float[][] centres)
    {
        var norms = centres.Select(c => TensorPrimitives.SumOfSquares<float>(c)).ToArray();
        var nearest = new int[points.Count];
        Parallel.For(0, points.Count, i =>
        {
            var (best, distance) = (0, float.MaxValue);
            for (var c = 0; c < centres.Length; c++)
                if (norms[c] - 2 * TensorPrimitives.Dot<float>(points[i], centres[c]) is var here && here < distance)
                    (best, distance) = (c, here);
            nearest[i] = best;
        });
        return nearest;
    }

    /// <summary>
    /// Most of the 65,536 pairs are seen a few times only: what the frequencies of the halves foretell is mixed in (additive
    /// smoothing), then turned into the rarity of pictures that have the pair.
    /// </summary>
    private static byte[] Rarity(List<float[]> descriptors, float[][] first, float[][] second)
    {
        var halves = (
            Nearest([.. descriptors.Select(d => d[..VisualVocabulary.Half])], first),
            Nearest([.. descriptors.Select(d => d[VisualVocabulary.Half..])], second));
        var (byFirst, bySecond) = (new double[VisualVocabulary.HalfWords], new double[VisualVocabulary.HalfWords]);
        var pairs = new double[VisualVocabulary.Words];
        for (var i = 0; i < descriptors.Count; i++)
        {
            byFirst[halves.Item1[i]]++;
            bySecond[halves.Item2[i]]++;
            pairs[halves.Item1[i] * VisualVocabulary.HalfWords + halves.Item2[i]]++;
        }
        double n = descriptors.Count;
        var rarity = new byte[VisualVocabulary.Words];
        for (var word = 0; word < rarity.Length; word++)
        {
            var foretold = (byFirst[word / VisualVocabulary.HalfWords] + 1) / (n + VisualVocabulary.HalfWords)
                * ((bySecond[word % VisualVocabulary.HalfWords] + 1) / (n + VisualVocabulary.HalfWords));
            var share = (pairs[word] + PriorFeatures * foretold) / (n + PriorFeatures);
            var ofPictures = 1 - Math.Exp(-PerPicture * share);
            rarity[word] = (byte)Math.Clamp(Math.Round(-Math.Log(ofPictures) / VisualVocabulary.RarityStep), 0, 255);
        }
        return rarity;
    }

    private static byte[] Bytes(float[][] centres) => [.. centres.SelectMany(c => c).Select(v => (byte)Math.Clamp(MathF.Round(v), 0, 255))];

    private static float[] Floats(ReadOnlySpan<byte> descriptor)
    {
        var floats = new float[descriptor.Length];
        for (var i = 0; i < floats.Length; i++)
            floats[i] = descriptor[i];
        return floats;
    }
}
