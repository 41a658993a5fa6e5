namespace IpCenter.Web.Pages.Processes;

/// <summary>The outline of a step: its kind is told by the shape, by a word in it and by a colour.</summary>
internal static class FlowShape
{
    private const double Corner = 6;
    private const double Tip = 10;

    public static string Of(StepKind kind, FlowFrame f) => kind switch
    {
        StepKind.Start or StepKind.End => Rounded(f, f.Height / 2),
        StepKind.Decision => Polygon((f.Left + Tip, f.Top), (f.Right - Tip, f.Top), (f.Right, f.Middle), (f.Right - Tip, f.Bottom), (f.Left + Tip, f.Bottom), (f.Left, f.Middle)),
        StepKind.Value => Polygon((f.Left, f.Top), (f.Right - Tip, f.Top), (f.Right, f.Top + Tip), (f.Right, f.Bottom), (f.Left, f.Bottom)),
        StepKind.Event => Polygon((f.Left, f.Top), (f.Right - Tip, f.Top), (f.Right, f.Middle), (f.Right - Tip, f.Bottom), (f.Left, f.Bottom)),
        StepKind.Timer => Rounded(f, 18),
        _ => Rounded(f, Corner),
    };

    /// <summary>What the outline has besides: bars at forks and joins, a stripe at a person's task.</summary>
    public static string? Trim(StepKind kind, FlowFrame f) => kind switch
    {
        StepKind.Fork => Polygon((f.Right - 6, f.Top), (f.Right, f.Top), (f.Right, f.Bottom), (f.Right - 6, f.Bottom)),
        StepKind.Join => Polygon((f.Left, f.Top), (f.Left + 6, f.Top), (f.Left + 6, f.Bottom), (f.Left, f.Bottom)),
        StepKind.Person => Polygon((f.Left + Corner, f.Top), (f.Right - Corner, f.Top), (f.Right - 2, f.Top + 3), (f.Left + 2, f.Top + 3)),
        _ => null,
    };

    private static string Rounded(FlowFrame f, double r) =>
        $"M{N(f.Left + r)} {N(f.Top)}H{N(f.Right - r)}A{N(r)} {N(r)} 0 0 1 {N(f.Right)} {N(f.Top + r)}V{N(f.Bottom - r)}A{N(r)} {N(r)} 0 0 1 {N(f.Right - r)} {N(f.Bottom)}"
        + $"H{N(f.Left + r)}A{N(r)} {N(r)} 0 0 1 {N(f.Left)} {N(f.Bottom - r)}V{N(f.Top + r)}A{N(r)} {N(r)} 0 0 1 {N(f.Left + r)} {N(f.Top)}Z";

    private static string Polygon(params (double X, double Y)[] corners) =>
        $"M{string.Join('L', corners.Select(corner => $"{N(corner.X)} {N(corner.Y)}"))}Z";

    private static string N(double value) => ArrowPath.Number(value);
}
