namespace IpCenter.Web.Hosting;

/// <summary>
/// Finds <c>data/</c> and <c>workflows/</c>: beside the binaries of a published application, above them in a
/// checkout. The working directory does not matter.
/// </summary>
public static class ReferenceFolders
{
    /// <exception cref="DirectoryNotFoundException">No folder of that name lies at or above the content root.</exception>
    public static string Find(IHostEnvironment environment, string name) => Find(environment.ContentRootPath, name);

    /// <summary>The same at or above any folder.</summary>
    public static string Find(string from, string name)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, name)))
                return Path.Combine(folder.FullName, name);
        throw new DirectoryNotFoundException($"The folder {name}/ was not found at or above {from}.");
    }
}
