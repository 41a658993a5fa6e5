using IpCenter.Search.Features;

namespace IpCenter.Search.Matching;

/// <summary>An affine map from the query to a view: x' = A x + B y + C, y' = D x + E y + F.</summary>
internal readonly record struct Placement(float A, float B, float C, float D, float E, float F)
{
    public float Scale => MathF.Sqrt(MathF.Abs(A * E - B * D));

    public float Angle => MathF.Atan2(D - B, A + E);

    public (float X, float Y) Map(float x, float y) => (A * x + B * y + C, D * x + E * y + F);

    /// <summary>The similarity that a single pair of features proposes.</summary>
    public static Placement OfPair(KeyPoint from, KeyPoint to)
    {
        var scale = to.Scale / from.Scale;
        var (sin, cos) = MathF.SinCos(to.Angle - from.Angle);
        var (a, b) = (scale * cos, -scale * sin);
        return new Placement(a, b, to.X - a * from.X - b * from.Y, -b, a, to.Y + b * from.X - a * from.Y);
    }

    /// <summary>Least squares over pairs; <c>null</c> when they lie on a line or turn the product inside out.</summary>
    public static Placement? Fit(PointPair[] pairs, int[] chosen)
    {
        double n = chosen.Length, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, u = 0, v = 0, ux = 0, uy = 0, vx = 0, vy = 0;
        foreach (var i in chosen)
        {
            var (from, to) = pairs[i];
            sx += from.X;
            sy += from.Y;
            sxx += from.X * from.X;
            sxy += from.X * from.Y;
            syy += from.Y * from.Y;
            u += to.X;
            v += to.Y;
            ux += to.X * from.X;
            uy += to.X * from.Y;
            vx += to.Y * from.X;
            vy += to.Y * from.Y;
        }
        (sxx, sxy, syy) = (sxx - sx * sx / n, sxy - sx * sy / n, syy - sy * sy / n);
        var determinant = sxx * syy - sxy * sxy;
        if (determinant < 1e-9 * n * n)
            return null;
        (ux, uy, vx, vy) = (ux - u * sx / n, uy - u * sy / n, vx - v * sx / n, vy - v * sy / n);
        var (a, b) = ((ux * syy - uy * sxy) / determinant, (uy * sxx - ux * sxy) / determinant);
        var (d, e) = ((vx * syy - vy * sxy) / determinant, (vy * sxx - vx * sxy) / determinant);
        if (a * e - b * d <= 1e-4)
            return null;
        return new Placement((float)a, (float)b, (float)((u - a * sx - b * sy) / n), (float)d, (float)e, (float)((v - d * sx - e * sy) / n));
    }
}
