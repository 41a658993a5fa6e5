namespace IpCenter.Search.Features;

/// <summary>A stable extremum of the scale space, before its direction is known.</summary>
internal readonly record struct Extremum(Octave Octave, int Level, float X, float Y, float LevelOffset, float Response);

/// <summary>
/// Finds extrema of the differences of Gaussians and keeps those that are strong and spread over the image: a busy
/// corner must not use up all of them.
/// </summary>
internal static class KeyPointDetector
{
    /// <summary>Least response, of luma 0..1. Low, because spreading chooses the best of each region anyway.</summary>
    private const float LeastResponse = 0.007f;

    /// <summary>Largest ratio of principal curvatures: beyond, it is an edge and slides along it (Lowe 2004, 4.1).</summary>
    private const float EdgeRatio = 10f;

    private const int Border = 4;

    private const int Grid = 8;

    public static List<Extremum> Find(ScaleSpace space, int wanted)
    {
        List<Extremum> found = [];
        foreach (var octave in space.Octaves)
            for (var level = 1; level <= ScaleSpace.ScalesPerOctave; level++)
                Collect(octave, level, found);
        return Spread(found, space, wanted);
    }

    private static void Collect(Octave octave, int level, List<Extremum> found)
    {
        var (below, here, above) = (octave.Differences[level - 1], octave.Differences[level], octave.Differences[level + 1]);
        var (width, height) = (here.Width, here.Height);
        for (var y = Border; y < height - Border; y++)
        {
            var row = here.Row(y);
            for (var x = Border; x < width - Border; x++)
            {
                var value = row[x];
                if (MathF.Abs(value) < LeastResponse || !(value > 0 ? value > row[x - 1] && value > row[x + 1] : value < row[x - 1] && value < row[x + 1]))
                    continue;
                if (!IsExtremum(below, here, above, x, y, value) || IsEdge(here, x, y))
                    continue;
                if (Refine(below, here, above, x, y) is var (dx, dy, ds, response) && MathF.Abs(response) >= LeastResponse)
                    found.Add(new Extremum(octave, level, x + dx, y + dy, ds, MathF.Abs(response)));
            }
        }
    }

    /// <summary>Larger, or smaller, than all around it; those beside it in its row were looked at before.</summary>
    private static bool IsExtremum(Plane below, Plane here, Plane above, int x, int y, float value) => value > 0
        ? IsAbove(here, x, y - 1, value) && IsAbove(here, x, y + 1, value)
            && IsAbove(below, x, y - 1, value) && IsAbove(below, x, y, value) && IsAbove(below, x, y + 1, value)
            && IsAbove(above, x, y - 1, value) && IsAbove(above, x, y, value) && IsAbove(above, x, y + 1, value)
        : IsBelow(here, x, y - 1, value) && IsBelow(here, x, y + 1, value)
            && IsBelow(below, x, y - 1, value) && IsBelow(below, x, y, value) && IsBelow(below, x, y + 1, value)
            && IsBelow(above, x, y - 1, value) && IsBelow(above, x, y, value) && IsBelow(above, x, y + 1, value);

    private static bool IsAbove(Plane plane, int x, int y, float value)
    {
        var three = plane.Values.AsSpan(y * plane.Width + x - 1, 3);
        return value > three[0] && value > three[1] && value > three[2];
    }

    private static bool IsBelow(Plane plane, int x, int y, float value)
    {
        var three = plane.Values.AsSpan(y * plane.Width + x - 1, 3);
        return value < three[0] && value < three[1] && value < three[2];
    }

    private static bool IsEdge(Plane plane, int x, int y)
    {
        var xx = plane[x + 1, y] + plane[x - 1, y] - 2 * plane[x, y];
        var yy = plane[x, y + 1] + plane[x, y - 1] - 2 * plane[x, y];
        var xy = (plane[x + 1, y + 1] - plane[x - 1, y + 1] - plane[x + 1, y - 1] + plane[x - 1, y - 1]) / 4;
        var (trace, determinant) = (xx + yy, xx * yy - xy * xy);
        return determinant <= 0 || trace * trace * EdgeRatio >= (EdgeRatio + 1) * (EdgeRatio + 1) * determinant;
    }

    /// <summary>One step of the quadratic fit along each axis; an offset beyond half a pixel is held there.</summary>
    private static (float X, float Y, float Level, float Response) Refine(Plane below, Plane here, Plane above, int x, int y)
    {
        var value = here[x, y];
        var dx = Vertex(here[x - 1, y], value, here[x + 1, y]);
        var dy = Vertex(here[x, y - 1], value, here[x, y + 1]);
        var ds = Vertex(below[x, y], value, above[x, y]);
        var response = value + 0.25f * ((here[x + 1, y] - here[x - 1, y]) * dx + (here[x, y + 1] - here[x, y - 1]) * dy + (above[x, y] - below[x, y]) * ds);
        return (dx, dy, ds, response);
    }

    private static float Vertex(float before, float here, float after)
    {
        var curvature = before - 2 * here + after;
        return MathF.Abs(curvature) < 1e-9f ? 0 : Math.Clamp((before - after) / (2 * curvature), -0.5f, 0.5f);
    }

    private static List<Extremum> Spread(List<Extremum> found, ScaleSpace space, int wanted)
    {
        found.Sort((a, b) => b.Response.CompareTo(a.Response));
        if (found.Count <= wanted || space.Octaves.Count == 0)
            return found;
        var first = space.Octaves[0].Levels[0];
        var used = new int[Grid * Grid];
        var perCell = Math.Max(1, wanted / (Grid * Grid) + 2);
        List<Extremum> chosen = [], rest = [];
        foreach (var extremum in found)
        {
            var column = Math.Clamp((int)(extremum.X * extremum.Octave.Factor * Grid / first.Width), 0, Grid - 1);
            var row = Math.Clamp((int)(extremum.Y * extremum.Octave.Factor * Grid / first.Height), 0, Grid - 1);
            if (chosen.Count < wanted && used[row * Grid + column]++ < perCell)
                chosen.Add(extremum);
            else
                rest.Add(extremum);
        }
        chosen.AddRange(rest.Take(wanted - chosen.Count));
        return chosen;
    }
}
