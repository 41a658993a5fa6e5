using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Storage;

/// <summary>
/// Original bytes, kept for ever and byte for byte, each file named by its SHA-256. A file appears
/// whole or not at all, and is on the disk before anybody is told that it was received.
/// </summary>
public sealed class OriginalsVault(IOptions<StorageOptions> options)
{
    private readonly string _folder = options.Value.OriginalsFolder;

    /// <summary>Stores the bytes and gives their SHA-256; the same bytes twice are one file.</summary>
    public async Task<string> StoreAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await AtomicFile.WriteAsync(PathOf(hash), bytes, ct);
        return hash;
    }

    /// <summary>Reads an original and checks that it still has the hash it is filed under.</summary>
    /// <exception cref="InvalidDataException">The file is missing or was changed.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken ct)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
            throw new InvalidDataException($"The original {sha256} is missing from the vault.");
        var bytes = await File.ReadAllBytesAsync(path, ct);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new InvalidDataException($"The original {sha256} no longer has its hash.");
    }

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256[2..4], sha256);
}
