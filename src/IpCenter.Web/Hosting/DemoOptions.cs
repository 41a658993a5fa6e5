namespace IpCenter.Web.Hosting;

/// <summary>Demo mode: example people may sign in and the sign-in page names them.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    public bool Enabled { get; set; }

    /// <summary>The first start plays the history of the demo centre; without it an empty centre begins.</summary>
    public bool History { get; set; } = true;
}
