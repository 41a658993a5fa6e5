using System.Numerics;

namespace IpCenter.Search.Matching;

/// <summary>Compares vectors of whole pictures.</summary>
internal static class Embeddings
{
    /// <summary>-1 to 1; 0 when either has no values or none but zeros, or they are of different models.</summary>
    public static double Cosine(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        if (one.Length != other.Length)
            return 0;
        var (dot, ones, others) = (0L, 0L, 0L);
        var at = 0;
        Vector<int> dots = default, squares = default, otherSquares = default;
        for (; at <= one.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[at..]), out var a, out var b);
            Vector.Widen(new Vector<sbyte>(other[at..]), out var c, out var d);
            (dots, squares, otherSquares) = (dots + Sum(a * c) + Sum(b * d), squares + Sum(a * a) + Sum(b * b), otherSquares + Sum(c * c) + Sum(d * d));
        }
        (dot, ones, others) = (Vector.Sum(dots), Vector.Sum(squares), Vector.Sum(otherSquares));
        for (; at < one.Length; at++)
            (dot, ones, others) = (dot + one[at] * other[at], ones + one[at] * one[at], others + other[at] * other[at]);
        return ones == 0 || others == 0 ? 0 : dot / Math.Sqrt((double)ones * others);
    }

    // Products of two bytes fit into 16 bits, their sums do not.
    private static Vector<int> Sum(Vector<short> products)
    {
        Vector.Widen(products, out var low, out var high);
        return low + high;
    }
}
