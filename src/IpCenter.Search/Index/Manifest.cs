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
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path)) ?? throw new IndexDamagedException(Name, "empty");
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
            JsonSerializer.Serialize(file, this);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}

/// <summary>One segment and its tombstones.</summary>
internal sealed record SegmentEntry(string File, IReadOnlyList<string> Deleted);
