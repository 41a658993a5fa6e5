namespace IpCenter.Imaging.Measuring;

/// <summary>A connected piece of ink as a straight stroke: by its moments, as long and as thick as a rectangle with the same ones.</summary>
/// <param name="Ink">Pixels.</param>
/// <param name="X">Centre, pixels from the left.</param>
/// <param name="Y">Centre, pixels from the top.</param>
/// <param name="Dx">Direction of the length, a unit vector.</param>
/// <param name="Dy">The same, downward.</param>
/// <param name="Length">Pixels.</param>
/// <param name="Thickness">Pixels.</param>
/// <param name="Box">The smallest rectangle around it.</param>
internal sealed record Stroke(int Ink, double X, double Y, double Dx, double Dy, double Length, double Thickness, PixelBox Box)
{
    /// <summary>Twice as long as thick, at least: it has a direction.</summary>
    public bool IsElongated => Length >= 2.2 * Thickness;

    /// <summary>All pieces of ink of more than two pixels, in reading order of their first pixel.</summary>
    public static List<Stroke> Of(bool[] ink, int width)
    {
        var seen = new bool[ink.Length];
        var open = new Stack<int>();
        var strokes = new List<Stroke>();
        var height = ink.Length / width;
        for (var start = 0; start < ink.Length; start++)
        {
            if (!ink[start] || seen[start]) continue;
            var moments = new Moments();
            seen[start] = true;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                var (x, y) = (at % width, at / width);
                moments.Add(x, y);
                for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                    for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                    {
                        var next = ny * width + nx;
                        if (!ink[next] || seen[next]) continue;
                        seen[next] = true;
                        open.Push(next);
                    }
            }

            if (moments.Count > 2) strokes.Add(moments.ToStroke());
        }

        return strokes;
    }

    private sealed class Moments
    {
        private double _x, _y, _xx, _yy, _xy;
        private int _left = int.MaxValue, _top = int.MaxValue, _right = -1, _bottom = -1;

        public int Count { get; private set; }

        public void Add(int x, int y)
        {
            Count++;
            (_x, _y, _xx, _yy, _xy) = (_x + x, _y + y, _xx + (double)x * x, _yy + (double)y * y, _xy + (double)x * y);
            (_left, _top, _right, _bottom) = (Math.Min(_left, x), Math.Min(_top, y), Math.Max(_right, x), Math.Max(_bottom, y));
        }

        public Stroke ToStroke()
        {
            var (x, y) = (_x / Count, _y / Count);
            // A pixel has a width of its own: 1/12 is the variance of a unit square.
            var (xx, yy, xy) = (_xx / Count - x * x + 1.0 / 12, _yy / Count - y * y + 1.0 / 12, _xy / Count - x * y);
            var (mean, spread) = ((xx + yy) / 2, Math.Sqrt((xx - yy) * (xx - yy) / 4 + xy * xy));
            var angle = Math.Atan2(2 * xy, xx - yy) / 2;
            return new(
                Count, x, y, Math.Cos(angle), Math.Sin(angle), Math.Sqrt(12 * (mean + spread)), Math.Sqrt(12 * Math.Max(0, mean - spread)),
                new(_left, _top, _right - _left + 1, _bottom - _top + 1));
        }
    }
}
