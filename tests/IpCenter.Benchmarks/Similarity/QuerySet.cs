using System.Diagnostics;
using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>A picture of the gallery, or one that is looked for.</summary>
/// <param name="File">Its name.</param>
/// <param name="Features">What the engine took from it.</param>
/// <param name="ExtractMs">Time of taking them.</param>
/// <param name="ReadMs">Time of decoding.</param>
internal sealed record TakenPicture(string File, ViewFeatures Features, double ExtractMs, double ReadMs);

/// <summary>A query with its known answer.</summary>
/// <param name="Expected">Empty: the product is not in the gallery.</param>
internal sealed record KnownQuery(TakenPicture Picture, string Transform, string Expected);

/// <summary>
/// A set of pictures with known answers: <c>gallery/*.jpg</c>, <c>queries/*.jpg</c> and <c>truth.csv</c> with
/// <c>query,transform,expected</c>. Every picture is given as the bytes of its file, nothing is learned from its name.
/// </summary>
internal sealed record QuerySet(IReadOnlyList<TakenPicture> Gallery, IReadOnlyList<KnownQuery> Queries)
{
    public static async Task<QuerySet> ReadAsync(string folder)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        List<TakenPicture> gallery = [];
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "gallery"), "*.jpg").Order(StringComparer.Ordinal))
            gallery.Add(await TakeAsync(reader, file, Photos.IndexSide, image => FeatureExtractor.Extract(image)));
        List<KnownQuery> queries = [];
        foreach (var line in (await File.ReadAllLinesAsync(Path.Combine(folder, "truth.csv"))).Skip(1))
        {
            var columns = line.Split(',');
            var file = Path.Combine(folder, "queries", columns[0]);
            queries.Add(new(await TakeAsync(reader, file, Photos.QuerySide, image => FeatureExtractor.ExtractQuery(image)), columns[1], columns[2]));
        }
        return new QuerySet(gallery, queries);
    }

    private static async Task<TakenPicture> TakeAsync(ImageReader reader, string file, int longestSide, Func<RgbImage, ViewFeatures> extract)
    {
        var started = Stopwatch.GetTimestamp();
        var image = await Photos.ReadAsync(reader, file, longestSide);
        var read = Stopwatch.GetTimestamp();
        var features = extract(image);
        return new(Path.GetFileName(file), features, Stopwatch.GetElapsedTime(read).TotalMilliseconds, Stopwatch.GetElapsedTime(started, read).TotalMilliseconds);
    }
}
