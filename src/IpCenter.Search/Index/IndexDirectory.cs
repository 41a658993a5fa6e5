using System.Globalization;

namespace IpCenter.Search.Index;

/// <summary>
/// The directory of an index: one folder for each generation, and a file that names the one to read. Whatever else lies there is
/// what a killed rebuild left, and is removed when it is opened. One process at a time has it open.
/// </summary>
internal sealed class IndexDirectory : IDisposable
{
    private const string CurrentName = "current", Prefix = "generation-";

    private readonly string _path, _features;
    private readonly DirectoryLock _lock;
    private int _last;

    /// <exception cref="IndexInUseException">Another process has it open.</exception>
    public IndexDirectory(string path, string features)
    {
        (_path, _features) = (path, features);
        Directory.CreateDirectory(path);
        _lock = DirectoryLock.Take(path);
        _last = Directory.GetDirectories(path, $"{Prefix}*").Select(folder => NumberOf(Path.GetFileName(folder))).Append(0).Max();
    }

    private string CurrentFile => Path.Combine(_path, CurrentName);

    /// <summary>The generation to read and, where the one that was there could not be used, why.</summary>
    public (Generation Generation, string? Damage) Open()
    {
        var (generation, damage) = (Find(out var reason), reason);
        if (generation is null)
        {
            generation = StartGeneration();
            MakeCurrent(generation);
        }
        foreach (var folder in Directory.GetDirectories(_path).Where(folder => folder != generation.Directory))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.GetFiles(_path).Where(file => Path.GetFileName(file) is not (CurrentName or DirectoryLock.LockName or DirectoryLock.HolderName)))
            File.Delete(file);
        return (generation, damage);
    }

    /// <summary>The name of the generation that a directory says to read; <c>null</c> when it says none.</summary>
    public static string? CurrentOf(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(path, CurrentName));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Generation StartGeneration()
    {
        var number = Interlocked.Increment(ref _last);
        return Generation.Open(Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D4}")), _features);
    }

    public void MakeCurrent(Generation generation)
    {
        var temporary = CurrentFile + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(generation.Directory)));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, CurrentFile, overwrite: true);
    }

    public void Dispose() => _lock.Dispose();

    private Generation? Find(out string? damage)
    {
        damage = null;
        if (!File.Exists(CurrentFile))
        {
            // Segments without it are of a format that had no generations, or the file is gone.
            damage = Directory.EnumerateFiles(_path, "*.segment", SearchOption.AllDirectories).Any() ? new IndexDamagedException(CurrentName, "missing").Message : null;
            return null;
        }
        var name = CurrentOf(_path);
        try
        {
            return name is not null && NumberOf(name) > 0 && Directory.Exists(Path.Combine(_path, name))
                ? Generation.Open(Path.Combine(_path, name), _features)
                : throw new IndexDamagedException(CurrentName, "it names no generation");
        }
        catch (IndexDamagedException e)
        {
            damage = e.Message;
            return null;
        }
    }

    private static int NumberOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
