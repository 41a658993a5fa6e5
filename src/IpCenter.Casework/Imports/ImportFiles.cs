using System.Security.Cryptography;
using IpCenter.Casework.Storage;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Imports;

/// <summary>The files of imports: below <c>imports/</c> of the storage folder, one folder for each.</summary>
public sealed class ImportFiles(IOptions<StorageOptions> storage, IOptions<ImportOptions> options)
{
    private string Folder => Path.Combine(storage.Value.Root, "imports");

    public string TableOf(Guid id) => Path.Combine(Folder, $"{id}", "table.csv");

    /// <summary>A place for what is being received; whoever receives deletes it when it comes to nothing.</summary>
    public string Incoming(Guid id) => Directory.CreateDirectory(Path.Combine(Folder, "incoming", $"{id}")).FullName;

    public void DiscardIncoming(Guid id) => Delete(Path.Combine(Folder, "incoming", $"{id}"));

    /// <summary>The files of an import that came to nothing.</summary>
    public void Discard(Guid id) => Delete(Path.Combine(Folder, $"{id}"));

    /// <summary>The pictures are in the vault now, or nobody wants them any more; the table stays, as where the designs came from.</summary>
    /// <returns>Whether there were any.</returns>
    public bool DiscardPictures(Guid id)
    {
        var were = File.Exists(ArchiveOf(id));
        File.Delete(ArchiveOf(id));
        return were;
    }

    /// <summary>The imports that have files here, and when they came.</summary>
    internal IReadOnlyList<(Guid Id, DateTimeOffset At)> Received() =>
    [
        .. In(Folder)
            .Select(folder => (IsId: Guid.TryParseExact(folder.Name, "D", out var id), Id: id, At: new DateTimeOffset(folder.LastWriteTimeUtc)))
            .Where(folder => folder.IsId).Select(folder => (folder.Id, folder.At)),
    ];

    /// <summary>Deletes what was being received, or written out, when a process was killed; gives how many there were.</summary>
    internal int DiscardLeftOver(DateTimeOffset before)
    {
        var left = In(Path.Combine(Folder, "incoming")).Where(entry => entry.LastWriteTimeUtc < before).ToList();
        foreach (var entry in left)
            if (entry is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                entry.Delete();
        return left.Count;
    }

    /// <summary>Whether the disk has room for more, and for everybody else besides.</summary>
    public bool HasRoom() => new DriveInfo(Path.GetFullPath(storage.Value.Root)).AvailableFreeSpace >= options.Value.MinFreeBytes;

    /// <summary>A file for as long as it is open.</summary>
    internal FileStream Scratch() => new(
        Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "incoming")).FullName, Path.GetRandomFileName()),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    internal string NewTable(Guid id) => Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, $"{id}")).FullName, "table.csv");

    internal void KeepArchive(Guid id, string received) => File.Move(received, ArchiveOf(id), overwrite: true);

    /// <summary>Where an import takes its pictures from; <c>null</c>: they are not there any more.</summary>
    internal PictureSource? OpenPictures(DesignImport import)
    {
        if (import.PicturesAt is { } place)
            return Directory.Exists(place) ? new PictureFolder(place) : File.Exists(place) ? Archive(place) : null;
        return File.Exists(ArchiveOf(import.FilesOf)) ? Archive(ArchiveOf(import.FilesOf)) : import.PicturesName.Length > 0 ? null : PictureSource.None;
    }

    internal static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    private static IEnumerable<FileSystemInfo> In(string folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFileSystemInfos() : [];

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private PictureArchive? Archive(string path) => PictureArchive.Open(path, options.Value) is { Succeeded: true } archive ? archive.Value : null;

    private string ArchiveOf(Guid id) => Path.Combine(Folder, $"{id}", "pictures.zip");
}
