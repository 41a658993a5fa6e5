using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace IpCenter.Search.Features;

/// <summary>
/// Gaussian blur, first along the rows, then along the columns; edges are continued by their last value. A block of pixels is summed
/// up in a register, which is several times as fast as adding row upon row.
/// </summary>
internal static class GaussianBlur
{
    public static Plane Of(Plane plane, double sigma)
    {
        var kernel = Kernel(sigma);
        var across = Across(plane, kernel);
        return Down(across, kernel);
    }

    /// <summary>The centre and one side; both sides are alike.</summary>
    private static float[] Kernel(double sigma)
    {
        var kernel = new float[1 + Math.Max(1, (int)Math.Ceiling(3 * sigma))];
        for (var t = 0; t < kernel.Length; t++)
            kernel[t] = (float)Math.Exp(-t * t / (2 * sigma * sigma));
        TensorPrimitives.Divide(kernel, 2 * TensorPrimitives.Sum<float>(kernel) - kernel[0], kernel);
        return kernel;
    }

    private static Plane Across(Plane plane, float[] kernel)
    {
        var result = new Plane(plane.Width, plane.Height);
        var radius = kernel.Length - 1;
        var padded = new float[plane.Width + 2 * radius];
        int[] before = [.. Enumerable.Range(0, kernel.Length).Select(t => radius - t)], after = [.. Enumerable.Range(0, kernel.Length).Select(t => radius + t)];
        for (var y = 0; y < plane.Height; y++)
        {
            var row = plane.Row(y);
            padded.AsSpan(0, radius).Fill(row[0]);
            row.CopyTo(padded.AsSpan(radius));
            padded.AsSpan(radius + plane.Width).Fill(row[^1]);
            Weigh(padded, before, after, kernel, result.Row(y));
        }
        return result;
    }

    private static Plane Down(Plane plane, float[] kernel)
    {
        var result = new Plane(plane.Width, plane.Height);
        int[] above = new int[kernel.Length], below = new int[kernel.Length];
        for (var y = 0; y < plane.Height; y++)
        {
            for (var t = 0; t < kernel.Length; t++)
                (above[t], below[t]) = (Math.Max(0, y - t) * plane.Width, Math.Min(plane.Height - 1, y + t) * plane.Width);
            Weigh(plane.Values, above, below, kernel, result.Row(y));
        }
        return result;
    }

    /// <summary>Each target is the sum of pairs of sources, from the places before and after, weighed by the kernel.</summary>
    private static void Weigh(float[] source, int[] before, int[] after, float[] kernel, Span<float> target)
    {
        // Checked once here: the loops below read no further.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(after.Max() + target.Length, source.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(before.Max() + target.Length, source.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(before.Min(), after.Min()));
        ref var values = ref MemoryMarshal.GetArrayDataReference(source);
        var (x, block) = (0, Vector<float>.Count);
        for (; x <= target.Length - 2 * block; x += 2 * block)
        {
            var (at, centre) = ((nuint)(before[0] + x), new Vector<float>(kernel[0]));
            var (one, two) = (centre * Vector.LoadUnsafe(ref values, at), centre * Vector.LoadUnsafe(ref values, at + (nuint)block));
            for (var t = 1; t < kernel.Length; t++)
            {
                var (weight, a, b) = (new Vector<float>(kernel[t]), (nuint)(before[t] + x), (nuint)(after[t] + x));
                one = Vector.FusedMultiplyAdd(weight, Vector.LoadUnsafe(ref values, a) + Vector.LoadUnsafe(ref values, b), one);
                two = Vector.FusedMultiplyAdd(weight, Vector.LoadUnsafe(ref values, a + (nuint)block) + Vector.LoadUnsafe(ref values, b + (nuint)block), two);
            }
            one.CopyTo(target[x..]);
            two.CopyTo(target[(x + block)..]);
        }
        for (; x < target.Length; x++)
        {
            var sum = kernel[0] * source[before[0] + x];
            for (var t = 1; t < kernel.Length; t++)
                sum = MathF.FusedMultiplyAdd(kernel[t], source[before[t] + x] + source[after[t] + x], sum);
            target[x] = sum;
        }
    }
}
