using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace IpCenter.Search.Features;

/// <summary>
/// A layout as the index keeps it, four bits a value: the signs, which a scan compares first, and the sizes as three planes of bits.
/// </summary>
internal readonly record struct PackedLayout(ulong[] Signs, ulong[] Sizes)
{
    public const int SignWords = Layout.Length / 64, SizeWords = SizeBits * SignWords;

    private const int SizeBits = 3, Largest = (1 << SizeBits) - 1;

    /// <summary>One step of a size.</summary>
    private const int Step = 13;

    public static PackedLayout Of(ReadOnlySpan<sbyte> layout)
    {
        var (signs, sizes) = (new ulong[SignWords], new ulong[SizeWords]);
        for (var i = 0; i < Layout.Length; i++)
        {
            var (word, bit) = (i / 64, i % 64);
            if (layout[i] > 0)
                signs[word] |= 1UL << bit;
            var size = (ulong)Math.Min(Math.Abs((int)layout[i]) / Step, Largest);
            for (var plane = 0; plane < SizeBits; plane++)
                sizes[plane * SignWords + word] |= (size >> plane & 1) << bit;
        }
        return new PackedLayout(signs, sizes);
    }

    public static int Differing(ReadOnlySpan<ulong> signs, ReadOnlySpan<ulong> others)
    {
        var differing = 0;
        for (var i = 0; i < SignWords; i++)
            differing += BitOperations.PopCount(signs[i] ^ others[i]);
        return differing;
    }

    /// <summary>The cosine of a layout of unit length with a packed one, -1 to 1; 0 for a blank one.</summary>
    public static float Cosine(ReadOnlySpan<float> unit, ReadOnlySpan<ulong> signs, ReadOnlySpan<ulong> sizes)
    {
        if (!signs.ContainsAnyExcept(0UL))
            return 0;
        var (dots, squares) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var from = 0; from < unit.Length; from += Vector256<float>.Count)
        {
            var (word, shift) = (from / 64, from % 64);
            var size = Vector256.Create(0.5f);
            for (var plane = 0; plane < SizeBits; plane++)
                size += Vector256.Create((float)(1 << plane)) & Spread(sizes[plane * SignWords + word] >> shift);
            var values = Vector256.Create(unit[from..]);
            dots += Vector256.ConditionalSelect(Spread(signs[word] >> shift), values, -values) * size;
            squares += size * size;
        }
        return Vector256.Sum(dots) / MathF.Sqrt(Vector256.Sum(squares));
    }

    /// <summary>All bits of a value where a bit is set, of the lowest eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spread(ulong bits)
    {
        var each = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        return Vector256.Equals(Vector256.Create((int)bits) & each, each).AsSingle();
    }
}
