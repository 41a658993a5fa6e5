using System.Collections.Concurrent;

namespace IpCenter.Search.Tests.Drawing;

/// <summary>Documents as the centre makes them, with pictures drawn from a seed.</summary>
internal static class Sample
{
    private static readonly ConcurrentDictionary<int, ViewFeatures> Known = [];

    public static ViewFeatures Features(int seed) => Known.GetOrAdd(seed, s => FeatureExtractor.Extract(Texture.Draw(s)));

    public static SearchDocument Document(
        string id, string title = "马面裙", string use = "", string owner = "曹县某某服饰有限公司", string audience = "public", DateOnly? date = null, params int[] pictures) => new()
        {
            Id = id,
            Audiences = [audience],
            Title = title,
            Text = new Dictionary<string, string> { ["use"] = use, ["owner"] = owner },
            Facets = new Dictionary<string, IReadOnlyList<string>> { ["class"] = ["02-02"], ["owner"] = [owner] },
            Date = date ?? new DateOnly(2026, 1, 1),
            Views = [.. pictures.Select(seed => new SearchView($"view-{seed}", Features(seed)))],
        };

    /// <summary>What an answer is to whoever asked, for comparing two.</summary>
    public static string Seen(SearchResult result) => string.Join('\n',
    [
        $"{result.Total}",
        .. result.Hits.Select(h => $"{h.DocumentId} {h.Score:R} {h.Probability:R} {h.ViewId}"),
        .. result.Facets.OrderBy(f => f.Key).SelectMany(f => f.Value.Select(v => $"{f.Key}={v.Value}: {v.Count}")),
    ]);
}
