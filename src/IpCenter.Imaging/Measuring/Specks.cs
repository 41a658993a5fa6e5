namespace IpCenter.Imaging.Measuring;

/// <summary>Dust, noise and watermarks are not the product.</summary>
internal static class Specks
{
    /// <summary>Parts smaller than this share of the largest one become background.</summary>
    private const double LeastShare = 0.005;

    public static void Remove(PixelLabel[] labels, int width, int height)
    {
        var parts = new int[labels.Length];
        var sizes = new List<int> { 0 };
        var open = new Stack<int>();
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] != PixelLabel.Product || parts[start] != 0) continue;
            sizes.Add(Fill(start, sizes.Count));
        }

        var least = Math.Max(4, (int)(sizes.Max() * LeastShare));
        for (var at = 0; at < labels.Length; at++)
            if (labels[at] == PixelLabel.Product && sizes[parts[at]] < least)
                labels[at] = PixelLabel.Background;

        int Fill(int start, int part)
        {
            var size = 0;
            parts[start] = part;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                size++;
                var (x, y) = (at % width, at / width);
                for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                    for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                    {
                        var next = ny * width + nx;
                        if (labels[next] != PixelLabel.Product || parts[next] != 0) continue;
                        parts[next] = part;
                        open.Push(next);
                    }
            }

            return size;
        }
    }
}
