using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace IpCenter.Search.Matching;

/// <summary>Looks through the low parts of signatures for those that differ in few bits: the innermost loop of a search.</summary>
internal static class NearSignatures
{
    /// <summary>Values looked at together.</summary>
    private const int Lanes = 4;

    /// <summary>The number of bits of each half byte.</summary>
    private static readonly Vector256<byte> BitsOf = Vector256.Create(
        (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    /// <summary>Writes the places of values that differ from one in at most so many bits; gives their number.</summary>
    /// <param name="values">Looked through.</param>
    /// <param name="wanted">Compared with.</param>
    /// <param name="most">Differing bits, 0 to 64.</param>
    /// <param name="found">At least as long as the values.</param>
    public static int Find(ReadOnlySpan<ulong> values, ulong wanted, int most, Span<int> found)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(found.Length, values.Length);
        var (count, from) = (0, 0);
        if (Avx2.IsSupported)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var (all, limit) = (Vector256.Create(wanted), Vector256.Create((ulong)most));
            for (; from <= values.Length - Lanes; from += Lanes)
            {
                var near = Vector256.LessThanOrEqual(Differing(Vector256.LoadUnsafe(ref first, (nuint)from) ^ all), limit).ExtractMostSignificantBits();
                for (; near != 0; near &= near - 1)
                    found[count++] = from + BitOperations.TrailingZeroCount(near);
            }
        }
        for (; from < values.Length; from++)
            if (BitOperations.PopCount(values[from] ^ wanted) <= most)
                found[count++] = from;
        return count;
    }

    // W. Muła, N. Kurz, D. Lemire, "Faster Population Counts Using AVX2 Instructions", 2018: by tables of half bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Differing(Vector256<ulong> bits)
    {
        var (half, bytes) = (Vector256.Create((byte)15), bits.AsByte());
        var high = Vector256.ShiftRightLogical(bits.AsUInt16(), 4).AsByte() & half;
        return Avx2.SumAbsoluteDifferences(Avx2.Shuffle(BitsOf, bytes & half) + Avx2.Shuffle(BitsOf, high), Vector256<byte>.Zero).AsUInt64();
    }
}
