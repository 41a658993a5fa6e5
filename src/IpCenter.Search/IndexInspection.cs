using IpCenter.Search.Index;

namespace IpCenter.Search;

/// <summary>What a reading of every file of an index directory found. It takes no lock and writes nothing: a running process may go on using it.</summary>
/// <param name="Generation">The folder that is read by searches; <c>null</c> when there is no index yet.</param>
/// <param name="Position">How far in the host's change feed the index has come.</param>
/// <param name="Documents">Documents that can be found by somebody.</param>
/// <param name="Segments">Files that hold them.</param>
/// <param name="Bytes">Size of these files.</param>
/// <param name="Problems">Each with its file and place; none when all is well.</param>
public sealed record IndexInspection(string? Generation, long Position, int Documents, int Segments, long Bytes, IReadOnlyList<string> Problems)
{
    /// <summary>A running process may merge files away while their names are read: then they are read again, so many times at most.</summary>
    private const int Attempts = 20;

    /// <summary>Reads a directory.</summary>
    /// <param name="directory">Of the index.</param>
    /// <param name="embedder">As the index is opened with.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IndexInspection Read(string directory, IImageEmbedder? embedder = null, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (found, isWhole) = ReadOnce(directory, SearchIndex.FeaturesWith(embedder), cancellation);
            if (isWhole || attempt == Attempts)
                return found;
        }
    }

    private static (IndexInspection Found, bool IsWhole) ReadOnce(string directory, string features, CancellationToken cancellation)
    {
        List<string> problems = [];
        var (name, state) = (IndexDirectory.CurrentOf(directory), StateOf(directory));
        if (name is null)
            return (new(null, 0, 0, 0, 0, problems), true);
        var folder = Path.Combine(directory, name);
        List<(Segment Segment, DocumentSet Deleted)> segments = [];
        try
        {
            var manifest = Manifest.Read(folder, features);
            foreach (var entry in manifest.Segments)
                Try(problems, () => Open(Path.Combine(folder, entry.File), entry.Deleted, segments));
            // Files that are open stay whatever happens to their names.
            if (problems.Count > 0 && StateOf(directory) != state)
                return (new(name, 0, 0, 0, 0, problems), false);
            Dictionary<string, string> known = [];
            foreach (var (segment, deleted) in segments)
                Try(problems, () => SegmentInspection.Check(segment, deleted, known, problems, cancellation));
            return (new(name, manifest.Position, known.Count, segments.Count, segments.Sum(s => s.Segment.Bytes), problems), true);
        }
        catch (IndexDamagedException e)
        {
            problems.Add(Text(e));
            return (new(name, 0, 0, 0, 0, problems), StateOf(directory) == state);
        }
        finally
        {
            foreach (var (segment, _) in segments)
                segment.Release();
        }
    }

    private static void Open(string path, string deleted, List<(Segment Segment, DocumentSet Deleted)> segments)
    {
        var segment = Segment.Open(path);
        segment.Use();
        try
        {
            segments.Add((segment, DocumentSet.Parse(deleted)));
        }
        catch (FormatException e)
        {
            segment.Release();
            throw new IndexDamagedException(Manifest.FileName, e.Message);
        }
    }

    private static void Try(List<string> problems, Action act)
    {
        try
        {
            act();
        }
        catch (IndexDamagedException e)
        {
            problems.Add(Text(e));
        }
    }

    private static string Text(IndexDamagedException e) => $"{e.File}: {e.Reason}";

    /// <summary>What names the files: when it is the same before and after, no file was taken away meanwhile.</summary>
    private static string StateOf(string directory)
    {
        try
        {
            var name = IndexDirectory.CurrentOf(directory);
            return name is null ? "" : name + File.ReadAllText(Path.Combine(directory, name, Manifest.FileName));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }
}
