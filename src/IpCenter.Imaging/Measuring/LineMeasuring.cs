namespace IpCenter.Imaging.Measuring;

/// <summary>Measures a line drawing: which of its lines are more than plain strokes.</summary>
internal static class LineMeasuring
{
    private const int Ink = 128;

    public static DrawnLines Of(Raster raster, byte[] luma)
    {
        var ink = Array.ConvertAll(luma, value => value < Ink);
        var strokes = Stroke.Of(ink, raster.Width);
        if (strokes.Count == 0) return new(0, 0, 0, 0, 0);

        var box = Around(strokes);
        var reach = Math.Sqrt((double)box.Width * box.Width + (double)box.Height * box.Height);
        var chains = DashChains.Of(strokes, reach);
        var dashDot = chains.Where(DashChains.IsDashDot).ToList();
        var dashed = chains.Except(dashDot).SelectMany(chain => chain).Sum(dash => dash.Ink);
        return new(
            dashed / (double)strokes.Sum(stroke => stroke.Ink),
            dashDot.Count,
            Hatching.ShareOf(ink, raster.Width, box, reach),
            Tone(raster, luma, box),
            Rows(strokes, reach));
    }

    private static PixelBox Around(List<Stroke> strokes)
    {
        var (left, top) = (strokes.Min(stroke => stroke.Box.Left), strokes.Min(stroke => stroke.Box.Top));
        return new(left, top, strokes.Max(stroke => stroke.Box.Right) - left, strokes.Max(stroke => stroke.Box.Bottom) - top);
    }

    /// <summary>Gray without a stroke's edge in it: all eight neighbours are about as gray.</summary>
    private static double Tone(Raster raster, byte[] luma, PixelBox box)
    {
        var toned = 0;
        for (var y = Math.Max(1, box.Top); y < Math.Min(raster.Height - 1, box.Bottom); y++)
            for (var x = Math.Max(1, box.Left); x < Math.Min(raster.Width - 1, box.Right); x++)
                if (luma[y * raster.Width + x] is > 60 and < 205 && IsEven(y * raster.Width + x)) toned++;
        return toned / ((double)box.Width * box.Height);

        bool IsEven(int at)
        {
            for (var row = -raster.Width; row <= raster.Width; row += raster.Width)
                for (var column = -1; column <= 1; column++)
                    if (Math.Abs(luma[at + row + column] - luma[at]) > 12) return false;
            return true;
        }
    }

    /// <summary>Marks of one height side by side, closer than they are high.</summary>
    private static int Rows(List<Stroke> strokes, double reach)
    {
        var marks = strokes
            .Where(stroke => stroke.Box.Height >= 0.008 * reach && stroke.Box.Height <= 0.05 * reach && stroke.Box.Height >= 5
                && stroke.Box.Width <= 1.3 * stroke.Box.Height && !(stroke.IsElongated && stroke.Thickness < 2.5 && stroke.Box.Width > 0.4 * stroke.Box.Height))
            .OrderBy(stroke => stroke.Box.Left).ToList();
        var used = new HashSet<Stroke>(ReferenceEqualityComparer.Instance);
        var rows = 0;
        foreach (var (index, mark) in marks.Index())
        {
            if (!used.Add(mark)) continue;
            var (members, last) = (1, mark);
            for (var at = index + 1; at < marks.Count; at++)
            {
                var next = marks[at];
                // From left to right: what follows lies further off still.
                if (next.Box.Left - last.Box.Right > last.Box.Height) break;
                if (next.Box.Left < last.Box.Right || used.Contains(next)) continue;
                if (Math.Abs(next.Box.Bottom - last.Box.Bottom) > 0.25 * last.Box.Height || Math.Abs(next.Box.Height - last.Box.Height) > 0.3 * last.Box.Height) continue;
                used.Add(next);
                (members, last) = (members + 1, next);
            }

            if (members >= 3) rows++;
        }

        return rows;
    }
}
