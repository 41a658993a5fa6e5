namespace IpCenter.Web.Layout;

/// <summary>Whether the look from npm was there when the application was built; without it the plain stylesheet serves.</summary>
public sealed class FrontEndAssets(IWebHostEnvironment environment)
{
    public bool AreInstalled { get; } = environment.WebRootFileProvider.GetFileInfo("lib/tabler.min.css").Exists;
}
