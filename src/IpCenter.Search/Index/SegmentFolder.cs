using System.Globalization;

namespace IpCenter.Search.Index;

/// <summary>The segment files of a generation: numbers them, writes them, and removes those that nothing names.</summary>
internal sealed class SegmentFolder(string directory, int next)
{
    private const string Extension = ".segment";

    private int _next = next;

    /// <summary>The number of the next file.</summary>
    public int Next => Volatile.Read(ref _next);

    /// <summary>Writes a file and opens it; one that could not be finished is removed.</summary>
    public Segment Write(Action<string> write)
    {
        var number = Interlocked.Increment(ref _next) - 1;
        var path = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{number:D8}{Extension}"));
        try
        {
            write(path);
            return Segment.Open(path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Removes what a killed writer left.</summary>
    public void RemoveAllBut(IReadOnlyList<Segment> used)
    {
        var names = used.Select(segment => segment.Name).ToHashSet();
        foreach (var file in Directory.GetFiles(directory, $"*{Extension}").Where(file => !names.Contains(Path.GetFileName(file))))
            File.Delete(file);
    }

    /// <summary>Removes segments that were opened and came into no snapshot.</summary>
    public static void Drop(IReadOnlyList<Segment> segments)
    {
        foreach (var segment in segments)
        {
            segment.Retire();
            segment.Use();
            segment.Release();
        }
    }

    /// <summary>Documents by the segment that holds them: a posting names its view in 16 bits.</summary>
    public static IEnumerable<List<StoredDocument>> Parts(List<StoredDocument> documents)
    {
        List<StoredDocument> part = [];
        var views = 0;
        foreach (var document in documents)
        {
            if (part.Count > 0 && (views + document.Views.Count > Segment.MostViews || part.Count == Segment.MostViews))
            {
                yield return part;
                (part, views) = ([], 0);
            }
            part.Add(document);
            views += document.Views.Count;
        }
        if (part.Count > 0)
            yield return part;
    }
}
