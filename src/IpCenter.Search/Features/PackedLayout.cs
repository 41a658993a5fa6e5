using System.Numerics;

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
        float dot = 0, squares = 0;
        for (var i = 0; i < unit.Length; i++)
        {
            var (word, bit) = (i / 64, i % 64);
            var size = 0.5f;
            for (var plane = 0; plane < SizeBits; plane++)
                size += (sizes[plane * SignWords + word] >> bit & 1) << plane;
            dot += (signs[word] >> bit & 1) == 0 ? -unit[i] * size : unit[i] * size;
            squares += size * size;
        }
        return dot / MathF.Sqrt(squares);
    }
}
