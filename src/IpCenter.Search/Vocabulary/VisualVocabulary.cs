using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using IpCenter.Search.Features;

namespace IpCenter.Search.Vocabulary;

/// <summary>
/// Visual words (J. Sivic, A. Zisserman, ICCV 2003) as pairs of a word for either half of a descriptor, 65,536 in all
/// (A. Babenko, V. Lempitsky, "The Inverted Multi-Index", CVPR 2012), and the bits that tell features of one word apart: on which side
/// of the word's centre a descriptor lies along random directions (after H. Jégou, M. Douze, C. Schmid, "Hamming Embedding", ECCV 2008).
/// Learned once from sample photos by <see cref="VocabularyTrainer"/> and shipped as an embedded file.
/// </summary>
internal sealed class VisualVocabulary
{
    /// <summary>Words of one half.</summary>
    public const int HalfWords = 256;

    public const int Words = HalfWords * HalfWords, Half = RootSift.Length / 2;

    /// <summary>Bits of a signature: 64 in its low part, 32 in its high part.</summary>
    public const int Bits = 96;

    /// <summary>The rarity of a word is stored in steps of this size.</summary>
    public const float RarityStep = 1 / 16f;

    /// <summary>The most words that a feature is given.</summary>
    public const int MostWords = 32;

    private const int Together = ColumnMatrix.Together;

    private const string Resource = "IpCenter.Search.vocabulary.bin";

    private static readonly Lazy<VisualVocabulary> Shipped = new(Load);

    private readonly ColumnMatrix _first = new(HalfWords, Half), _second = new(HalfWords, Half), _directions = new(Bits, RootSift.Length);
    private readonly float[] _norms = new float[2 * HalfWords];
    private readonly float[] _projectedCentres = new float[2 * HalfWords * Bits];

    private VisualVocabulary(byte[] centres, byte[] rarity)
    {
        var projection = Projection();
        for (var bit = 0; bit < Bits; bit++)
            for (var i = 0; i < RootSift.Length; i++)
                _directions[bit, i] = projection[bit * RootSift.Length + i];
        for (var centre = 0; centre < 2 * HalfWords; centre++)
        {
            float[] values = [.. centres.AsSpan(centre * Half, Half).ToArray().Select(value => (float)value)];
            _norms[centre] = TensorPrimitives.SumOfSquares<float>(values);
            var (matrix, side) = centre < HalfWords ? (_first, 0) : (_second, Half);
            for (var i = 0; i < Half; i++)
                matrix[centre % HalfWords, i] = values[i];
            for (var bit = 0; bit < Bits; bit++)
                _projectedCentres[centre * Bits + bit] = TensorPrimitives.Dot<float>(values, projection.AsSpan(bit * RootSift.Length + side, Half));
        }
        Rarity = [.. rarity.Select(value => value * RarityStep)];
        Share = [.. Rarity.Select(value => MathF.Exp(-value))];
        TensorPrimitives.Divide(Share, TensorPrimitives.Sum<float>(Share), Share);
        Id = $"pq2x{HalfWords}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. centres, .. rarity]))[..12]}";
    }

    public static VisualVocabulary Instance => Shipped.Value;

    /// <summary>Names the learned file: an index made with another one is rebuilt.</summary>
    public string Id { get; }

    /// <summary>How telling each word is (inverse document frequency in the sample). Fixed, so that it says nothing of the documents searched.</summary>
    public float[] Rarity { get; }

    /// <summary>The share of all features that each word has in the sample, about; together 1.</summary>
    public float[] Share { get; }

    /// <summary>Gives each feature of a view its nearest words, the nearest first, and its bits under each of them.</summary>
    /// <param name="features">The view.</param>
    /// <param name="perPoint">Words of a feature, 1 to <see cref="MostWords"/>.</param>
    public Quantised Quantise(ViewFeatures features, int perPoint)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perPoint, MostWords);
        var result = new Quantised(new ushort[features.Count * perPoint], new Signature[features.Count * perPoint]);
        float[] both = new float[Together * RootSift.Length], one = new float[Together * Half], other = new float[Together * Half];
        float[] toFirst = new float[Together * HalfWords], toSecond = new float[Together * HalfWords], projected = new float[Together * Bits];
        for (var from = 0; from < features.Count; from += Together)
        {
            var count = Math.Min(Together, features.Count - from);
            for (var i = 0; i < count; i++)
            {
                var descriptor = both.AsSpan(i * RootSift.Length, RootSift.Length);
                RootSift.Widen(features.Descriptor(from + i), descriptor);
                descriptor[..Half].CopyTo(one.AsSpan(i * Half));
                descriptor[Half..].CopyTo(other.AsSpan(i * Half));
            }
            _first.Multiply(one, toFirst);
            _second.Multiply(other, toSecond);
            _directions.Multiply(both, projected);
            for (var i = 0; i < count; i++)
            {
                var words = result.Words.AsSpan((from + i) * perPoint, perPoint);
                Assign(toFirst.AsSpan(i * HalfWords, HalfWords), toSecond.AsSpan(i * HalfWords, HalfWords), words);
                for (var w = 0; w < perPoint; w++)
                    result.Signatures[(from + i) * perPoint + w] = Sign(projected.AsSpan(i * Bits, Bits), words[w]);
            }
        }
        return result;
    }

    private void Assign(ReadOnlySpan<float> firstProducts, ReadOnlySpan<float> secondProducts, Span<ushort> words)
    {
        Span<ushort> first = stackalloc ushort[words.Length], second = stackalloc ushort[words.Length];
        Span<float> toFirst = stackalloc float[words.Length], toSecond = stackalloc float[words.Length];
        Nearest(firstProducts, _norms.AsSpan(0, HalfWords), first, toFirst);
        Nearest(secondProducts, _norms.AsSpan(HalfWords), second, toSecond);
        Span<float> distances = stackalloc float[words.Length];
        distances.Fill(float.MaxValue);
        // A pair is among the nearest only when all pairs that are nearer in both halves are: there are (i + 1)(j + 1) of them.
        for (var i = 0; i < words.Length; i++)
            for (var j = 0; (i + 1) * (j + 1) <= words.Length; j++)
                Insert((ushort)(first[i] * HalfWords + second[j]), toFirst[i] + toSecond[j], words, distances);
    }

    /// <summary>The bits of a projected descriptor under a word.</summary>
    private Signature Sign(ReadOnlySpan<float> projected, int word)
    {
        var first = MemoryMarshal.Cast<float, Vector256<float>>(_projectedCentres.AsSpan(word / HalfWords * Bits, Bits));
        var second = MemoryMarshal.Cast<float, Vector256<float>>(_projectedCentres.AsSpan((HalfWords + word % HalfWords) * Bits, Bits))[..first.Length];
        var values = MemoryMarshal.Cast<float, Vector256<float>>(projected)[..first.Length];
        ulong low = 0;
        uint high = 0;
        for (var block = first.Length - 1; block >= 0; block--)
        {
            var beyond = Vector256.GreaterThan(values[block], first[block] + second[block]).ExtractMostSignificantBits();
            if (block * Vector256<float>.Count < 64)
                low = low << Vector256<float>.Count | beyond;
            else
                high = high << Vector256<float>.Count | beyond;
        }
        return new Signature(low, high);
    }

    /// <summary>A random rotation, the same everywhere: rows of a seeded Gaussian matrix, made orthonormal.</summary>
    private static float[] Projection()
    {
        var random = new Random(20080101);
        var rows = new float[Bits * RootSift.Length];
        for (var row = 0; row < Bits; row++)
        {
            var current = rows.AsSpan(row * RootSift.Length, RootSift.Length);
            foreach (ref var value in current)
                value = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble()));
            for (var before = 0; before < row; before++)
            {
                var other = rows.AsSpan(before * RootSift.Length, RootSift.Length);
                TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<float>(current, other), current, current);
            }
            TensorPrimitives.Divide(current, TensorPrimitives.Norm<float>(current), current);
        }
        return rows;
    }

    private static VisualVocabulary Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The learned file {Resource} is not in the assembly.");
        using var reader = new BinaryReader(stream);
        return new VisualVocabulary(reader.ReadBytes(2 * HalfWords * Half), reader.ReadBytes(Words));
    }

    private static void Nearest(ReadOnlySpan<float> products, ReadOnlySpan<float> norms, Span<ushort> words, Span<float> distances)
    {
        distances.Fill(float.MaxValue);
        for (var from = 0; from < HalfWords; from += Vector256<float>.Count)
        {
            var eight = Vector256.Create(norms[from..]) - 2 * Vector256.Create(products[from..]);
            // Seldom one of them is nearer than those that are known.
            for (var nearer = Vector256.LessThan(eight, Vector256.Create(distances[^1])).ExtractMostSignificantBits(); nearer != 0; nearer &= nearer - 1)
                if (BitOperations.TrailingZeroCount(nearer) is var at && eight[at] < distances[^1])
                    Insert((ushort)(from + at), eight[at], words, distances);
        }
    }

    private static void Insert(ushort word, float distance, Span<ushort> words, Span<float> distances)
    {
        if (distance >= distances[^1])
            return;
        var at = distances.Length - 1;
        for (; at > 0 && distances[at - 1] > distance; at--)
            (distances[at], words[at]) = (distances[at - 1], words[at - 1]);
        (distances[at], words[at]) = (distance, word);
    }
}

/// <summary>The words of a view's features and their bits under them, so many for each feature one after the other.</summary>
internal sealed record Quantised(ushort[] Words, Signature[] Signatures);

/// <summary>The bits of a feature under its word.</summary>
internal readonly record struct Signature(ulong Low, uint High);
