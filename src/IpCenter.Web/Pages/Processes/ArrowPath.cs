using System.Globalization;
using System.Text;
using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>An arrow's line with rounded bends, and its head, as SVG path data.</summary>
internal static class ArrowPath
{
    private const double Radius = 5;

    public static string Line(IReadOnlyList<DesignerPoint> points)
    {
        var path = new StringBuilder($"M{At(points[0])}");
        for (var i = 1; i < points.Count - 1; i++)
            path.Append(CultureInfo.InvariantCulture, $"L{At(Toward(points[i], points[i - 1]))}Q{At(points[i])} {At(Toward(points[i], points[i + 1]))}");
        return path.Append(CultureInfo.InvariantCulture, $"L{At(points[^1])}").ToString();
    }

    /// <summary>A head that points in the direction of the last stretch.</summary>
    public static string Head(IReadOnlyList<DesignerPoint> points)
    {
        var (tip, before) = (points[^1], points[^2]);
        var length = Math.Max(1, Distance(tip, before));
        var (x, y) = ((tip.X - before.X) / length, (tip.Y - before.Y) / length);
        return $"M{At(tip)}L{At(new(tip.X - 9 * x - 4 * y, tip.Y - 9 * y + 4 * x))}L{At(new(tip.X - 9 * x + 4 * y, tip.Y - 9 * y - 4 * x))}Z";
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static DesignerPoint Toward(DesignerPoint from, DesignerPoint to)
    {
        var distance = Distance(from, to);
        var share = distance < 1 ? 0 : Math.Min(Radius, distance / 2) / distance;
        return new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
    }

    private static double Distance(DesignerPoint a, DesignerPoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private static string At(DesignerPoint point) => $"{Number(point.X)} {Number(point.Y)}";
}
