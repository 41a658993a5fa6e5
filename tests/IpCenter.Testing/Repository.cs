namespace IpCenter.Testing;

/// <summary>Where the files of the project lie, for tests that read <c>data/</c>, <c>workflows/</c> or the source itself.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>IpCenter.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below the root, with forward slashes.</summary>
    public static string PathTo(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "IpCenter.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"IpCenter.sln was not found above {AppContext.BaseDirectory}.");
    }
}
