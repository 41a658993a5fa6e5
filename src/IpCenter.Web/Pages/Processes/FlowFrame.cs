namespace IpCenter.Web.Pages.Processes;

/// <summary>A rectangle in designer units; y grows downwards.</summary>
public readonly record struct FlowFrame(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;
}
