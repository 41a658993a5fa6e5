namespace IpCenter.Web.Tests.Infrastructure;

/// <summary>The storage of a demo centre whose history was played once, at its first start; others begin with a copy of it.</summary>
internal sealed class PlayedDemo : WebFactory
{
    private static readonly Lazy<string> Folder = new(Play);

    protected override bool History => true;

    protected override bool KeepsStorage => true;

    public static void CopyTo(string storage)
    {
        foreach (var file in Directory.EnumerateFiles(Folder.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(storage, Path.GetRelativePath(Folder.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Play()
    {
        using var demo = new PlayedDemo();
        _ = demo.Services;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(demo.Storage, recursive: true);
        return demo.Storage;
    }
}
