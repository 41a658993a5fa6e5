#pragma warning disable CS1591, CA1822
namespace IpCenter.Search;
public readonly record struct RgbImage(int Width, int Height, ReadOnlyMemory<byte> Rgb);
public sealed class ViewFeatures { public byte[] ToBytes() => []; public static ViewFeatures FromBytes(byte[] b) => new(); }
public static class FeatureExtractor { public const string Version = "v0"; public static ViewFeatures Extract(RgbImage i) => new(); }
public sealed record SearchView(string Id, ViewFeatures Features);
public sealed record SearchDocument { public required string Id { get; init; } public required IReadOnlyList<string> Audiences { get; init; } public string Title { get; init; } = ""; public IReadOnlyDictionary<string, string> Text { get; init; } = new Dictionary<string, string>(); public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>(); public DateOnly? Date { get; init; } public IReadOnlyList<SearchView> Views { get; init; } = []; }
public sealed record IndexChange(string Id, SearchDocument? Document) { public static IndexChange Upsert(SearchDocument d) => new(d.Id, d); public static IndexChange Delete(string id) => new(id, null); }
public sealed record MatchRegion(double X, double Y, double Width, double Height);
public sealed record SearchHit(string DocumentId, string? ViewId, double Score, double? Probability, MatchRegion? QueryRegion, MatchRegion? ViewRegion, bool Mirrored);
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total);
public sealed record SearchQuery { public required IReadOnlyCollection<string> Audiences { get; init; } public string? Words { get; init; } public IReadOnlyList<ViewFeatures> Images { get; init; } = []; public string? ExcludeId { get; init; } public int Skip { get; init; } public int Limit { get; init; } = 20; }
public sealed class SearchIndex : IDisposable { public static SearchIndex Open(string d) => new(); public long Position { get; private set; } public void Apply(IReadOnlyList<IndexChange> c, long p) => Position = p; public SearchResult Search(SearchQuery q, CancellationToken ct) => new([], 0); public void Dispose() { } }
