using System.Numerics;
using System.Numerics.Tensors;

namespace IpCenter.Search.Features;

/// <summary>Size and direction of the gradient at every pixel of a plane, worked out once for all the points that lie in it.</summary>
internal sealed class Gradients
{
    private Gradients(int width, int height, float[] magnitudes, float[] angles) =>
        (Width, Height, Magnitudes, Angles) = (width, height, magnitudes, angles);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row-major; 0 along the border.</summary>
    public float[] Magnitudes { get; }

    /// <summary>Row-major, radians from 0 to 2π, exact to 0.0002.</summary>
    public float[] Angles { get; }

    public static Gradients Of(Plane plane)
    {
        var (width, height, values) = (plane.Width, plane.Height, plane.Values);
        var (magnitudes, angles) = (new float[values.Length], new float[values.Length]);
        Span<float> across = new float[width], down = new float[width];
        for (var y = 1; y < height - 1 && width > 2; y++)
        {
            var (at, count) = (y * width + 1, width - 2);
            var dx = across[..count];
            var dy = down[..count];
            TensorPrimitives.Subtract(values.AsSpan(at + 1, count), values.AsSpan(at - 1, count), dx);
            TensorPrimitives.Subtract(values.AsSpan(at + width, count), values.AsSpan(at - width, count), dy);
            Turn(dx, dy, magnitudes.AsSpan(at, count), angles.AsSpan(at, count));
        }
        return new Gradients(width, height, magnitudes, angles);
    }

    private static void Turn(ReadOnlySpan<float> dx, ReadOnlySpan<float> dy, Span<float> magnitudes, Span<float> angles)
    {
        var at = 0;
        for (; at <= dx.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var (x, y) = (new Vector<float>(dx[at..]), new Vector<float>(dy[at..]));
            Vector.SquareRoot(x * x + y * y).CopyTo(magnitudes[at..]);
            Angle(x, y).CopyTo(angles[at..]);
        }
        Span<float> rest = stackalloc float[2 * Vector<float>.Count];
        rest.Clear();
        dx[at..].CopyTo(rest);
        dy[at..].CopyTo(rest[Vector<float>.Count..]);
        var (lastX, lastY) = (new Vector<float>(rest), new Vector<float>(rest[Vector<float>.Count..]));
        var (size, turn) = (Vector.SquareRoot(lastX * lastX + lastY * lastY), Angle(lastX, lastY));
        for (var i = 0; at + i < dx.Length; i++)
            (magnitudes[at + i], angles[at + i]) = (size[i], turn[i]);
    }

    /// <summary>The arc tangent by a polynomial of the smaller side over the larger (M. Abramowitz, I. Stegun 1964, 4.4.47).</summary>
    private static Vector<float> Angle(Vector<float> x, Vector<float> y)
    {
        var (wide, tall) = (Vector.Abs(x), Vector.Abs(y));
        var larger = Vector.Max(Vector.Max(wide, tall), new Vector<float>(1e-20f));
        var ratio = Vector.Min(wide, tall) / larger;
        var square = ratio * ratio;
        var polynomial = ((((new Vector<float>(0.0208351f) * square - new Vector<float>(0.0851330f)) * square + new Vector<float>(0.1801410f)) * square
            - new Vector<float>(0.3302995f)) * square + new Vector<float>(0.9998660f)) * ratio;
        var angle = Vector.ConditionalSelect(Vector.GreaterThan(tall, wide), new Vector<float>(MathF.PI / 2) - polynomial, polynomial);
        angle = Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), new Vector<float>(MathF.PI) - angle, angle);
        return Vector.ConditionalSelect(Vector.LessThan(y, Vector<float>.Zero), new Vector<float>(MathF.Tau) - angle, angle);
    }
}
