using System.Text;

namespace IpCenter.Casework.Imports;

/// <summary>A picture that a table names, looked for among the files that were sent.</summary>
/// <param name="Path">The file; <c>null</c>: there is none, or there are several.</param>
/// <param name="Several">Several files have this name, in different folders.</param>
internal sealed record PictureFound(string? Path, bool Several);

/// <summary>
/// Files that pictures are taken from. Only what lies in it is ever opened: a name of a table is looked up in a list, and
/// never becomes a path.
/// </summary>
internal abstract class PictureSource : IDisposable
{
    private readonly ILookup<string, string> _byPath;
    private readonly ILookup<string, string> _byName;
    private readonly string _base;

    /// <param name="paths">All files, with <c>/</c> between folders.</param>
    /// <param name="below">The folder beside whose table the names stand; empty or ending in <c>/</c>.</param>
    protected PictureSource(IReadOnlyCollection<string> paths, string below)
    {
        _base = below;
        _byPath = paths.ToLookup(Plain, StringComparer.OrdinalIgnoreCase);
        _byName = paths.ToLookup(p => Plain(System.IO.Path.GetFileName(p)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No pictures at all.</summary>
    public static PictureSource None { get; } = new Nothing();

    /// <summary>By its path beside the table, by its path from the top, or by its bare name where that is unique.</summary>
    public PictureFound Find(string name)
    {
        var plain = Plain(name);
        foreach (var found in (IEnumerable<string>[])[_byPath[_base + plain], _byPath[plain], _byName[plain]])
        {
            var several = found.Take(2).ToList();
            if (several.Count > 0)
                return several.Count == 1 ? new(several[0], Several: false)
                    : several.Find(p => string.Equals(p, name, StringComparison.Ordinal)) is { } exact ? new(exact, Several: false)
                    : new(null, Several: true);
        }
        return new(null, Several: false);
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="path">As <see cref="Find"/> gave it.</param>
    /// <param name="most">One byte more than this is read at most.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public abstract Task<byte[]> ReadAsync(string path, int most, CancellationToken ct);

    public abstract void Dispose();

    protected static async Task<byte[]> ReadUpToAsync(Stream stream, int most, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        while (memory.Length <= most && await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most + 1L - memory.Length)), ct) is var read and > 0)
            memory.Write(buffer, 0, read);
        return memory.ToArray();
    }

    private static string Plain(string path) => path.Normalize(NormalizationForm.FormC).Replace('\\', '/');

    private sealed class Nothing() : PictureSource([], "")
    {
        public override Task<byte[]> ReadAsync(string path, int most, CancellationToken ct) => throw new InvalidDataException("There are no pictures.");

        public override void Dispose()
        {
        }
    }
}

/// <summary>Pictures in a folder and the folders below it; links are not followed.</summary>
internal sealed class PictureFolder(string folder) : PictureSource(
    [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
        .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))], "")
{
    public override async Task<byte[]> ReadAsync(string path, int most, CancellationToken ct)
    {
        await using var file = new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        return await ReadUpToAsync(file, most, ct);
    }

    public override void Dispose()
    {
    }
}
