namespace IpCenter.Imaging.Measuring;

/// <summary>Finds areas of evenly spaced parallel strokes by walking across the figure in four directions.</summary>
internal static class Hatching
{
    private const int LeastStrokes = 7;

    private static readonly (int Dx, int Dy)[] Ways = [(1, 0), (0, 1), (1, 1), (1, -1)];

    /// <summary>The largest area found in one direction, as a share of the box.</summary>
    public static double ShareOf(bool[] ink, int width, PixelBox box, double reach) =>
        Ways.Max(way => Covered(ink, width, box, way, 0.04 * reach)) / ((double)box.Width * box.Height);

    private static int Covered(bool[] ink, int width, PixelBox box, (int Dx, int Dy) way, double widest)
    {
        var covered = 0;
        var starts = new List<int>();
        foreach (var (x, y) in Borders(box, way))
        {
            starts.Clear();
            var was = false;
            for (var (step, cx, cy) = (0, x, y); cx >= box.Left && cx < box.Right && cy >= box.Top && cy < box.Bottom; step++, cx += way.Dx, cy += way.Dy)
            {
                var isInk = ink[cy * width + cx];
                if (isInk && !was) starts.Add(step);
                was = isInk;
            }

            covered += Even(starts, widest);
        }

        return covered;
    }

    /// <summary>Every point of the box's border from which a walk in this direction enters it.</summary>
    private static IEnumerable<(int X, int Y)> Borders(PixelBox box, (int Dx, int Dy) way)
    {
        if (way.Dx == 1)
            for (var y = box.Top; y < box.Bottom; y++) yield return (box.Left, y);
        if (way.Dy == 0) yield break;
        var row = way.Dy == 1 ? box.Top : box.Bottom - 1;
        for (var x = way.Dx == 1 ? box.Left + 1 : box.Left; x < box.Right; x++) yield return (x, row);
    }

    /// <summary>Steps under runs of strokes whose distances stay within a quarter of the first one.</summary>
    private static int Even(List<int> starts, double widest)
    {
        var covered = 0;
        for (var first = 0; first + LeastStrokes <= starts.Count;)
        {
            var distance = starts[first + 1] - starts[first];
            var last = first + 1;
            while (last + 1 < starts.Count && Math.Abs(starts[last + 1] - starts[last] - distance) <= Math.Max(1, distance / 4)) last++;
            if (distance >= 3 && distance <= widest && last - first + 1 >= LeastStrokes)
            {
                covered += starts[last] - starts[first];
                first = last;
            }
            else
            {
                first++;
            }
        }

        return covered;
    }
}
