using System.IO.Compression;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Imports;

/// <summary>
/// A ZIP of pictures, and perhaps the table. Nothing is unpacked to the disk: entries are read one at a time into memory,
/// up to a limit, whatever the archive says about their size.
/// </summary>
internal sealed class PictureArchive : PictureSource
{
    /// <summary>Bytes of the list of entries per entry, at most: a name may be long, and not all of them.</summary>
    private const int ListBytesPerEntry = 600;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly SemaphoreSlim _reading = new(1);

    private PictureArchive(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, string below)
        : base(entries.Keys, below) => (_zip, _entries) = (zip, entries);

    /// <summary>Files that may be the table.</summary>
    public IReadOnlyList<string> Tables { get; private init; } = [];

    public IReadOnlyList<ImportNote> Notes { get; private init; } = [];

    /// <summary>Opens an archive, or says every reason why it is not to be opened.</summary>
    public static Result<PictureArchive> Open(string path, ImportOptions limits)
    {
        using (var file = File.OpenRead(path))
        {
            if (ArchiveDirectory.Read(file) is not { } directory)
                return new RuleViolation("import.archive.no-archive", "pictures");
            if (directory.Entries > limits.MaxEntries || directory.ListBytes > 65_557 + limits.MaxEntries * (long)ListBytesPerEntry)
                return new RuleViolation("import.archive.entries", "pictures", $"{limits.MaxEntries}");
        }
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read, leaveOpen: false, new ArchiveNames());
            var looked = Look(zip, limits);
            if (looked.Succeeded)
                zip = null;
            return looked;
        }
        catch (InvalidDataException)
        {
            return new RuleViolation("import.archive.no-archive", "pictures");
        }
        finally
        {
            zip?.Dispose();
        }
    }

    public override async Task<byte[]> ReadAsync(string path, int most, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            await using var stream = await _entries[path].OpenAsync(ct);
            return await ReadUpToAsync(stream, most, ct);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Copies a file of the archive out of it; <c>false</c>: it is longer than allowed.</summary>
    public async Task<bool> CopyAsync(string path, string target, long most, CancellationToken ct)
    {
        await using var stream = await _entries[path].OpenAsync(ct);
        await using var file = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (file.Length + read > most)
                return false;
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return true;
    }

    public override void Dispose()
    {
        _zip.Dispose();
        _reading.Dispose();
    }

    private static Result<PictureArchive> Look(ZipArchive zip, ImportOptions limits)
    {
        // Folders, and what macOS adds, are no files of anybody's.
        var files = zip.Entries
            .Where(e => e.Name.Length > 0 && !e.Name.StartsWith("._", StringComparison.Ordinal) && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            .ToList();
        List<RuleViolation> problems = [];
        if (files.Exists(e => e.IsEncrypted))
            problems.Add(new("import.archive.encrypted", "pictures"));
        if (files.Sum(e => (double)e.Length) is var bytes && bytes > limits.MaxUnpackedBytes)
            problems.Add(new("import.archive.unpacked", "pictures", $"{bytes / (1 << 30):0.#}", $"{limits.MaxUnpackedBytes / (double)(1 << 30):0.#}"));
        if (problems.Count > 0)
            return problems;

        var safe = files.Where(e => IsSafe(e.FullName)).ToList();
        var entries = new Dictionary<string, ZipArchiveEntry>();
        foreach (var entry in safe)
            entries[entry.FullName.Replace('\\', '/')] = entry;
        var tables = Named(entries.Keys, ".csv", ".tsv") is { Count: > 0 } found ? found : Named(entries.Keys, ".txt");
        var nested = safe.Where(e => IsArchive(e.Name)).Select(e => e.FullName).ToList();
        List<ImportNote> notes = [];
        if (nested.Count > 0)
            notes.Add(new("archive.nested", [string.Join("、", nested.Take(5)), $"{nested.Count}"]));
        if (files.Count > safe.Count)
            notes.Add(new("archive.unsafe-names", [$"{files.Count - safe.Count}"]));
        return new PictureArchive(zip, entries, tables is [var table] ? table[..(table.LastIndexOf('/') + 1)] : TopOf(entries.Keys)) { Tables = tables, Notes = notes };
    }

    /// <summary>Names that lead out of the archive, or are no text, are traps (CWE-22): such entries are not looked at.</summary>
    private static bool IsSafe(string name)
    {
        var path = name.Replace('\\', '/');
        return !path.StartsWith('/') && !path.Contains(':', StringComparison.Ordinal) && !path.Split('/').Contains("..") && !path.Any(sign => char.IsControl(sign) || sign == '\uFFFE');
    }

    private static List<string> Named(IEnumerable<string> paths, params string[] endings) =>
        [.. paths.Where(p => endings.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <summary>The one folder that a packed folder leaves at the top, if there is one.</summary>
    private static string TopOf(IReadOnlyCollection<string> paths) =>
        paths.Select(p => p[..(p.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct().Take(2).ToList() is [var top] ? top : "";

    private static bool IsArchive(string name) => Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".rar" or ".7z" or ".gz" or ".tar";
}
