namespace IpCenter.Search.Index;

/// <summary>
/// Which segments are worth merging: several of about the same size, so that every posting is written a logarithmic number of
/// times, or one of which much is deleted.
/// </summary>
internal static class MergePolicy
{
    /// <summary>So many of one size are merged.</summary>
    private const int Together = 8;

    /// <summary>Sizes grow by this factor from one class to the next.</summary>
    private const double Growth = 6;

    /// <summary>Share of deleted documents from which a segment is written anew.</summary>
    private const double MuchDeleted = 0.3;

    /// <summary>Share of the most views from which fewer segments are enough, because their result is never merged again.</summary>
    private const double AlmostFull = 0.75;

    private const int MostDocuments = 65_536;

    /// <summary>Segments of a snapshot to merge, by number; none when all is well.</summary>
    public static IReadOnlyList<int> Choose(Snapshot snapshot)
    {
        var classes = Enumerable.Range(0, snapshot.Segments.Count)
            .GroupBy(s => (int)Math.Log(SizeOf(snapshot, s), Growth))
            .OrderBy(g => g.Key);
        foreach (var sameSize in classes)
        {
            List<int> chosen = [];
            var (views, documents) = (0, 0);
            foreach (var s in sameSize)
            {
                var segment = snapshot.Segments[s];
                if (views + segment.ViewCount > Segment.MostViews || documents + segment.Documents.Count > MostDocuments)
                    continue;
                (views, documents) = (views + segment.ViewCount, documents + segment.Documents.Count);
                chosen.Add(s);
            }
            if (chosen.Count >= Together || (chosen.Count > 1 && views > AlmostFull * Segment.MostViews))
                return chosen;
        }
        return [.. Enumerable.Range(0, snapshot.Segments.Count)
            .Where(s => snapshot.Deleted[s].Count > MuchDeleted * snapshot.Segments[s].Documents.Count)
            .Take(1)];
    }

    private static int SizeOf(Snapshot snapshot, int segment) => 1 + Math.Max(snapshot.Segments[segment].ViewCount, snapshot.Segments[segment].Documents.Count);
}
