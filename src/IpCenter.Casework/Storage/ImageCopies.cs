using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Storage;

public enum CopySize
{
    /// <summary>At most 320 pixels.</summary>
    Thumbnail,

    /// <summary>At most 1600 pixels.</summary>
    Display,
}

/// <summary>The re-encoded WebP copies that people see, without metadata; beside the originals, and replaceable.</summary>
public sealed class ImageCopies(IOptions<StorageOptions> options)
{
    private readonly string _folder = options.Value.CopiesFolder;

    public async Task StoreAsync(string sha256, byte[] display, byte[] thumbnail, CancellationToken ct)
    {
        await AtomicFile.WriteAsync(PathOf(sha256, CopySize.Display), display, ct);
        await AtomicFile.WriteAsync(PathOf(sha256, CopySize.Thumbnail), thumbnail, ct);
    }

    /// <summary>Path of a copy; <c>null</c> when it is not there (any more).</summary>
    public string? Find(string sha256, CopySize size) => PathOf(sha256, size) is var path && File.Exists(path) ? path : null;

    private string PathOf(string sha256, CopySize size) =>
        Path.Combine(_folder, sha256[..2], sha256[2..4], $"{sha256}.{(size == CopySize.Display ? "display" : "thumbnail")}.webp");
}
