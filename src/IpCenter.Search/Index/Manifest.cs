using System.Security.Cryptography;
using System.Text.Json;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>
/// What the index consists of: read first, replaced atomically last. Names the format and the features, so that an index made with
/// others is not mixed with these.
/// </summary>
internal sealed record Manifest(int Format, string Features, string Vocabulary, long Position, int NextSegment, IReadOnlyList<SegmentEntry> Segments)
{
    public const string FileName = "manifest.json";

    private const int CurrentFormat = 3;

    public static Manifest Empty(string features) => new(CurrentFormat, features, VisualVocabulary.Instance.Id, 0, 1, []);

    /// <summary>The manifest of a directory, an empty one when it has none.</summary>
    /// <exception cref="IndexDamagedException">It is torn or changed, or the index was made with other features.</exception>
    public static Manifest Read(string directory, string features)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            return Empty(features);
        var manifest = Parse(File.ReadAllBytes(path));
        return (manifest.Format, manifest.Features, manifest.Vocabulary) == (CurrentFormat, features, VisualVocabulary.Instance.Id)
            ? manifest
            : throw new IndexDamagedException(FileName, "made with other features");
    }

    public void Write(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, new SealedManifest(Hash(), this));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private static Manifest Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<SealedManifest>(bytes) is { Manifest: { } manifest, Sha256: var sha256 } && sha256 == manifest.Hash()
                ? manifest
                : throw new IndexDamagedException(FileName, "its checksum does not fit");
        }
        catch (JsonException e)
        {
            throw new IndexDamagedException(FileName, e.Message);
        }
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));
}

/// <summary>The manifest with the SHA-256 of its JSON: a changed digit is still JSON.</summary>
internal sealed record SealedManifest(string Sha256, Manifest Manifest);

/// <summary>One segment and its tombstones, a <see cref="DocumentSet"/>.</summary>
internal sealed record SegmentEntry(string File, string Deleted);
