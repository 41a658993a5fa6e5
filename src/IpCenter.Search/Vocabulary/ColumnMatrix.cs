using System.Numerics;
using System.Runtime.InteropServices;

namespace IpCenter.Search.Vocabulary;

/// <summary>
/// A matrix kept column by column, so that its product with a vector is summed up in registers, many rows at a time.
/// </summary>
/// <param name="rows">Number of rows, a multiple of 16.</param>
/// <param name="columns">Number of columns.</param>
internal sealed class ColumnMatrix(int rows, int columns)
{
    /// <summary>Vectors of one multiplication.</summary>
    public const int Together = 4;

    private readonly float[] _values = new float[rows * columns];

    public float this[int row, int column]
    {
        get => _values[column * rows + row];
        set => _values[column * rows + row] = value;
    }

    /// <summary>
    /// The products with <see cref="Together"/> vectors at once, which shares the reading of the matrix: it is larger than the nearest cache.
    /// </summary>
    /// <param name="vectors">One after the other, <c>columns</c> values each.</param>
    /// <param name="products">One after the other, <c>rows</c> values each.</param>
    public void Multiply(ReadOnlySpan<float> vectors, Span<float> products)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Length, Together * columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(products.Length, Together * rows);
        var block = Vector<float>.Count;
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % (2 * block), 0);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        for (var row = 0; row < rows; row += 2 * block)
        {
            Vector<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
            for (var column = 0; column < columns; column++)
            {
                var at = (nuint)(column * rows + row);
                var (a, b) = (Vector.LoadUnsafe(ref values, at), Vector.LoadUnsafe(ref values, at + (nuint)block));
                var factor = new Vector<float>(vectors[column]);
                (a0, b0) = (Vector.FusedMultiplyAdd(factor, a, a0), Vector.FusedMultiplyAdd(factor, b, b0));
                factor = new Vector<float>(vectors[columns + column]);
                (a1, b1) = (Vector.FusedMultiplyAdd(factor, a, a1), Vector.FusedMultiplyAdd(factor, b, b1));
                factor = new Vector<float>(vectors[2 * columns + column]);
                (a2, b2) = (Vector.FusedMultiplyAdd(factor, a, a2), Vector.FusedMultiplyAdd(factor, b, b2));
                factor = new Vector<float>(vectors[3 * columns + column]);
                (a3, b3) = (Vector.FusedMultiplyAdd(factor, a, a3), Vector.FusedMultiplyAdd(factor, b, b3));
            }
            Put(products, row, a0, b0);
            Put(products[rows..], row, a1, b1);
            Put(products[(2 * rows)..], row, a2, b2);
            Put(products[(3 * rows)..], row, a3, b3);
        }
    }

    private static void Put(Span<float> product, int row, Vector<float> a, Vector<float> b)
    {
        a.CopyTo(product[row..]);
        b.CopyTo(product[(row + Vector<float>.Count)..]);
    }
}
