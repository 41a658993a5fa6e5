using System.Runtime.InteropServices;
using IpCenter.Search.Features;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>A view as the index keeps it: 24 bytes a local feature, 512 for the whole view.</summary>
internal sealed record IndexedView(string Id, float Width, float Height, IndexedPoint[] Points, sbyte[] Layout)
{
    /// <summary>Quantises the features of a view for the index.</summary>
    public static IndexedView Of(SearchView view)
    {
        var (features, vocabulary) = (view.Features, VisualVocabulary.Instance);
        var points = new IndexedPoint[features.Count];
        var descriptor = new float[RootSift.Length];
        var projected = new float[VisualVocabulary.Bits];
        Span<int> word = stackalloc int[1];
        for (var i = 0; i < points.Length; i++)
        {
            Widen(features.Descriptor(i), descriptor);
            vocabulary.Assign(descriptor, 3, word);
            vocabulary.Project(descriptor, projected);
            var signature = vocabulary.Sign(projected, word[0]);
            points[i] = IndexedPoint.Of(features.Points[i], word[0], signature);
        }
        return new IndexedView(view.Id, features.Width, features.Height, points, features.WholeView);
    }

    public static void Widen(ReadOnlySpan<byte> bytes, Span<float> floats)
    {
        for (var i = 0; i < bytes.Length; i++)
            floats[i] = bytes[i];
    }
}

/// <summary>One local feature in the index.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct IndexedPoint(ushort Word, ushort X, ushort Y, byte Scale, byte Angle, ulong Low, ulong High)
{
    /// <summary>Steps of the logarithm of the scale: 16 an octave, from 2^-12 up.</summary>
    private const float ScaleSteps = 16, SmallestOctave = -12;

    public static IndexedPoint Of(KeyPoint point, int word, UInt128 signature) => new(
        (ushort)word,
        (ushort)Math.Clamp(point.X * ushort.MaxValue, 0, ushort.MaxValue),
        (ushort)Math.Clamp(point.Y * ushort.MaxValue, 0, ushort.MaxValue),
        (byte)Math.Clamp((MathF.Log2(point.Scale) - SmallestOctave) * ScaleSteps, 0, 255),
        (byte)(point.Angle / MathF.Tau * 256),
        (ulong)signature,
        (ulong)(signature >> 64));

    public KeyPoint ToKeyPoint() => new(
        X / (float)ushort.MaxValue,
        Y / (float)ushort.MaxValue,
        MathF.Pow(2, (Scale + 0.5f) / ScaleSteps + SmallestOctave),
        (Angle + 0.5f) / 256 * MathF.Tau);
}
