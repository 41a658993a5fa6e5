using System.Runtime.InteropServices;
using IpCenter.Search.Features;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>A view as the index keeps it: 18 bytes a local feature, 256 for the whole view.</summary>
internal sealed record IndexedView(string Id, float Width, float Height, IndexedPoint[] Points, PackedLayout Layout, sbyte[] Embedding)
{
    /// <summary>Quantises the features of a view for the index.</summary>
    public static IndexedView Of(SearchView view)
    {
        var features = view.Features;
        var quantised = VisualVocabulary.Instance.Quantise(features, 1);
        var points = new IndexedPoint[features.Count];
        for (var i = 0; i < points.Length; i++)
            points[i] = new IndexedPoint(quantised.Words[i], quantised.Signatures[i], PackedPoint.Of(features.Points[i]));
        return new IndexedView(view.Id, features.Width, features.Height, points, PackedLayout.Of(features.WholeView), features.Embedding);
    }
}

/// <summary>One local feature in the index.</summary>
internal readonly record struct IndexedPoint(ushort Word, Signature Signature, PackedPoint Point);

/// <summary>A key point in 32 bits: a 256th of the longest side, a 16th of an octave, a 256th of a turn.</summary>
internal readonly record struct PackedPoint(uint Bits)
{
    /// <summary>Steps of the logarithm of the scale: 16 an octave, from 2^-12 up.</summary>
    private const float ScaleSteps = 16, SmallestOctave = -12;

    private static readonly float[] Scales = [.. Enumerable.Range(0, 256).Select(step => MathF.Pow(2, (step + 0.5f) / ScaleSteps + SmallestOctave))];

    public float X => (Bits & 255) / 255f;

    public float Y => (Bits >> 8 & 255) / 255f;

    /// <summary>Steps of the logarithm of the scale.</summary>
    public int ScaleStep => (int)(Bits >> 16 & 255);

    /// <summary>In 256ths of a turn.</summary>
    public int AngleStep => (int)(Bits >> 24);

    public static PackedPoint Of(KeyPoint point) => new(
        Byte(point.X * 255) | Byte(point.Y * 255) << 8
        | (uint)ScaleStepOf(point.Scale) << 16
        | (uint)(byte)(point.Angle / MathF.Tau * 256) << 24);

    public static int ScaleStepOf(float scale) => (int)Math.Clamp((MathF.Log2(scale) - SmallestOctave) * ScaleSteps, 0, 255);

    public KeyPoint ToKeyPoint() => new(X, Y, Scales[ScaleStep], (AngleStep + 0.5f) / 256 * MathF.Tau);

    private static uint Byte(float value) => (uint)Math.Clamp(MathF.Round(value), 0, 255);
}

/// <summary>The fixed part of a view in a segment.</summary>
/// <param name="Document">Its document, counted in the segment.</param>
/// <param name="Width">In 65,535ths of the longest side.</param>
/// <param name="Height">In 65,535ths of the longest side.</param>
/// <param name="Points">Number of local features.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct ViewEntry(ushort Document, ushort Width, ushort Height, ushort Points)
{
    public static ViewEntry Of(int document, IndexedView view) => new(
        checked((ushort)document), (ushort)(view.Width * ushort.MaxValue), (ushort)(view.Height * ushort.MaxValue), (ushort)view.Points.Length);
}
