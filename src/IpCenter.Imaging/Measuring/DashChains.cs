namespace IpCenter.Imaging.Measuring;

/// <summary>Joins short strokes that follow each other in one direction to chains: dashed and dash-dot lines, curved ones too.</summary>
internal static class DashChains
{
    private const int LeastMembers = 4;

    /// <summary>Cosine of the largest turn between neighbours, 15°.</summary>
    private const double LeastCosine = 0.966;

    private const int MostDashes = 4000;

    /// <param name="strokes">All strokes of the drawing.</param>
    /// <param name="reach">The figure's diagonal in pixels; a dash is short against it.</param>
    public static List<List<Stroke>> Of(List<Stroke> strokes, double reach)
    {
        var dashes = strokes.Where(stroke => stroke.Length <= 0.08 * reach && stroke.Thickness <= 2 + 0.01 * reach).ToList();
        // So many are no drawing of a product, and each is compared with each.
        if (dashes.Count > MostDashes) return [];
        var parents = Enumerable.Range(0, dashes.Count).ToArray();
        for (var index = 0; index < dashes.Count; index++)
        {
            if (!dashes[index].IsElongated) continue;
            Join(index, Neighbour(dashes, index, ahead: true));
            Join(index, Neighbour(dashes, index, ahead: false));
        }

        return [.. dashes.Select((dash, index) => (dash, Root: Root(index))).GroupBy(found => found.Root)
            .Select(chain => chain.Select(found => found.dash).ToList())
            .Where(chain => chain.Count >= LeastMembers)];

        void Join(int one, int? other)
        {
            if (other is { } index) parents[Root(one)] = Root(index);
        }

        int Root(int index)
        {
            while (parents[index] != index) index = parents[index] = parents[parents[index]];
            return index;
        }
    }

    /// <summary>Long and short ones: at least a quarter of the members, and no more than two thirds, are less than half as long as the longest.</summary>
    public static bool IsDashDot(List<Stroke> chain)
    {
        var longest = chain.Max(dash => dash.Length);
        var shorter = chain.Count(dash => dash.Length < longest * 0.45);
        return shorter >= 2 && shorter * 4 >= chain.Count && shorter * 3 <= chain.Count * 2;
    }

    private static int? Neighbour(List<Stroke> dashes, int from, bool ahead)
    {
        var dash = dashes[from];
        var (dx, dy) = ahead ? (dash.Dx, dash.Dy) : (-dash.Dx, -dash.Dy);
        int? nearest = null;
        var least = double.MaxValue;
        for (var index = 0; index < dashes.Count; index++)
        {
            if (index == from) continue;
            var other = dashes[index];
            var (x, y) = (other.X - dash.X, other.Y - dash.Y);
            var (along, across) = (x * dx + y * dy, Math.Abs(x * dy - y * dx));
            var gap = along - (dash.Length + other.Length) / 2;
            if (along <= 0 || gap > 2 * Math.Max(dash.Length, other.Length) || gap < -1 || across > 1.5 + dash.Thickness + along * 0.2 || along >= least) continue;
            if (other.IsElongated && Math.Abs(other.Dx * dx + other.Dy * dy) < LeastCosine) continue;
            (nearest, least) = (index, along);
        }

        return nearest;
    }
}
