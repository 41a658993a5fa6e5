using System.Numerics.Tensors;
using System.Reflection;
using IpCenter.Search.Features;

namespace IpCenter.Search.Vocabulary;

/// <summary>
/// Visual words (J. Sivic, A. Zisserman, ICCV 2003) in a tree of two levels (D. Nistér, H. Stewénius, CVPR 2006), and for each
/// word the thresholds that turn a projected descriptor into 128 bits (H. Jégou et al., "Hamming embedding", ECCV 2008).
/// Learned once from sample photos by <see cref="VocabularyTrainer"/> and shipped as an embedded file.
/// </summary>
internal sealed class VisualVocabulary
{
    public const int Branch = 64, Words = Branch * Branch, Bits = 128;

    /// <summary>Projected values are stored as bytes in steps of this size.</summary>
    public const float MedianStep = 4;

    private const string Resource = "IpCenter.Search.vocabulary.bin";

    private static readonly Lazy<VisualVocabulary> Shipped = new(Load);

    private readonly float[] _nodes;
    private readonly float[] _leaves;
    private readonly float[] _nodeNorms;
    private readonly float[] _leafNorms;
    private readonly sbyte[] _medians;
    private readonly float[] _projection;

    private VisualVocabulary(byte[] nodes, byte[] leaves, sbyte[] medians, float[] rarity)
    {
        (_nodes, _leaves, _medians, Rarity) = ([.. nodes.Select(b => (float)b)], [.. leaves.Select(b => (float)b)], medians, rarity);
        (_nodeNorms, _leafNorms) = (Norms(_nodes), Norms(_leaves));
        _projection = Projection();
        Id = $"v2x{Branch}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(leaves))[..12]}";
    }

    public static VisualVocabulary Instance => Shipped.Value;

    /// <summary>Names the learned file: an index made with another one is rebuilt.</summary>
    public string Id { get; }

    /// <summary>How telling each word is (inverse document frequency in the sample). Fixed, so that it says nothing of the documents searched.</summary>
    public float[] Rarity { get; }

    /// <summary>The nearest words, the nearest first.</summary>
    public int Assign(ReadOnlySpan<float> descriptor, int nodes, Span<int> words)
    {
        Span<float> byNode = stackalloc float[Branch];
        Distances(descriptor, _nodes, _nodeNorms, 0, byNode);
        Span<float> best = stackalloc float[words.Length];
        best.Fill(float.MaxValue);
        Span<float> byLeaf = stackalloc float[Branch];
        for (var n = 0; n < nodes; n++)
        {
            var node = TensorPrimitives.IndexOfMin<float>(byNode);
            byNode[node] = float.MaxValue;
            Distances(descriptor, _leaves, _leafNorms, node * Branch, byLeaf);
            for (var leaf = 0; leaf < Branch; leaf++)
                Insert(node * Branch + leaf, byLeaf[leaf], words, best);
        }
        return words.Length;
    }

    /// <summary>Projects a descriptor; <paramref name="projected"/> has <see cref="Bits"/> places.</summary>
    public void Project(ReadOnlySpan<float> descriptor, Span<float> projected)
    {
        for (var bit = 0; bit < Bits; bit++)
            projected[bit] = TensorPrimitives.Dot(descriptor, _projection.AsSpan(bit * RootSift.Length, RootSift.Length));
    }

    public UInt128 Sign(ReadOnlySpan<float> projected, int word)
    {
        ulong low = 0, high = 0;
        var medians = _medians.AsSpan(word * Bits, Bits);
        for (var bit = 0; bit < 64; bit++)
        {
            if (projected[bit] > medians[bit] * MedianStep)
                low |= 1UL << bit;
            if (projected[64 + bit] > medians[64 + bit] * MedianStep)
                high |= 1UL << bit;
        }
        return new UInt128(high, low);
    }

    /// <summary>A random rotation, the same everywhere: rows of a seeded Gaussian matrix, made orthonormal.</summary>
    public static float[] Projection()
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

    public static void Write(Stream stream, byte[] nodes, byte[] leaves, sbyte[] medians, float[] rarity)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(nodes);
        writer.Write(leaves);
        foreach (var median in medians)
            writer.Write(median);
        foreach (var value in rarity)
            writer.Write(value);
    }

    private static VisualVocabulary Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The learned file {Resource} is not in the assembly.");
        using var reader = new BinaryReader(stream);
        var nodes = reader.ReadBytes(Branch * RootSift.Length);
        var leaves = reader.ReadBytes(Words * RootSift.Length);
        var medians = new sbyte[Words * Bits];
        for (var i = 0; i < medians.Length; i++)
            medians[i] = reader.ReadSByte();
        var rarity = new float[Words];
        for (var i = 0; i < rarity.Length; i++)
            rarity[i] = reader.ReadSingle();
        return new VisualVocabulary(nodes, leaves, medians, rarity);
    }

    private static void Distances(ReadOnlySpan<float> descriptor, float[] centroids, float[] norms, int first, Span<float> distances)
    {
        for (var i = 0; i < distances.Length; i++)
            distances[i] = norms[first + i]
                - 2 * TensorPrimitives.Dot(descriptor, centroids.AsSpan((first + i) * RootSift.Length, RootSift.Length));
    }

    private static void Insert(int word, float distance, Span<int> words, Span<float> best)
    {
        if (distance >= best[^1])
            return;
        var at = best.Length - 1;
        for (; at > 0 && best[at - 1] > distance; at--)
            (best[at], words[at]) = (best[at - 1], words[at - 1]);
        (best[at], words[at]) = (distance, word);
    }

    private static float[] Norms(float[] centroids)
    {
        var norms = new float[centroids.Length / RootSift.Length];
        for (var i = 0; i < norms.Length; i++)
            norms[i] = TensorPrimitives.SumOfSquares<float>(centroids.AsSpan(i * RootSift.Length, RootSift.Length));
        return norms;
    }
}
