using System.Security.Cryptography;
using System.Text.Json;

namespace IpCenter.Search.Index;

/// <summary>
/// What the index consists of: read first, replaced atomically last. <c>Deleted</c> are tombstones: documents of a segment
/// that a later one replaced or that are gone.
/// </summary>
internal sealed record Manifest(int Format, string Features, string Vocabulary, long Position, int NextSegment, IReadOnlyList<SegmentEntry> Segments)
{
    public const int CurrentFormat = 1;

    private const string Name = "manifest.json";

    public static Manifest? Read(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<SealedManifest>(File.ReadAllBytes(path)) is { Manifest: { } manifest, Sha256: var sha256 } && sha256 == manifest.Hash()
                ? manifest
                : throw new IndexDamagedException(Name, "its checksum does not fit");
        }
        catch (JsonException e)
        {
            throw new IndexDamagedException(Name, e.Message);
        }
    }

    public void Write(string directory)
    {
        var path = Path.Combine(directory, Name);
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, new SealedManifest(Hash(), this));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));
}

/// <summary>The manifest with the SHA-256 of its JSON: a changed digit is still JSON.</summary>
internal sealed record SealedManifest(string Sha256, Manifest Manifest);

/// <summary>One segment and its tombstones.</summary>
internal sealed record SegmentEntry(string File, IReadOnlyList<string> Deleted);
