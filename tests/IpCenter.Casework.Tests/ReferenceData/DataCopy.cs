using IpCenter.Casework.ReferenceData;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.ReferenceData;

/// <summary>A copy of the project's reference data that a test may spoil.</summary>
internal sealed class DataCopy : IDisposable
{
    private static readonly string[] Folders = ["holidays", "deadlines", "venues", "locarno", "fees", "festivals", "platforms", "recordal", "synonyms", "desk"];
    private readonly string _root = Directory.CreateTempSubdirectory("ipcenter-data-").FullName;

    public DataCopy()
    {
        foreach (var file in Directory.GetFiles(Repository.PathTo("data"), "*.json"))
            File.Copy(file, PathTo(Path.GetFileName(file)));
        foreach (var folder in Folders)
        {
            Directory.CreateDirectory(PathTo(folder));
            foreach (var file in Directory.GetFiles(Repository.PathTo($"data/{folder}")))
                File.Copy(file, PathTo($"{folder}/{Path.GetFileName(file)}"));
        }
    }

    public string PathTo(string file) => Path.Combine(_root, file);

    public DataCopy Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathTo(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(PathTo(file), text.Remove(at, old.Length).Insert(at, replacement));
        return this;
    }

    public DataCopy Append(string file, string line)
    {
        File.AppendAllText(PathTo(file), line);
        return this;
    }

    public DataCopy Delete(string file)
    {
        File.Delete(PathTo(file));
        return this;
    }

    public ReferenceReading Read() => ReferenceLibrary.Read(_root);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
