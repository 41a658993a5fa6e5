namespace IpCenter.Web.Hosting;

/// <summary>Demo mode: example people may sign in and the sign-in page names them.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    public bool Enabled { get; set; }
}
