namespace IpCenter.Web.Hosting;

/// <summary>Demo mode: example people may sign in and the sign-in page names them.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>The one password of all demo people; it opens nothing outside demo mode.</summary>
    public const string Password = "caoxian-2026";

    public bool Enabled { get; set; }
}
