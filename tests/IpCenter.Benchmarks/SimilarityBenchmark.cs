using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IpCenter.Imaging;
using IpCenter.Search;

namespace IpCenter.Benchmarks;

/// <summary>
/// Recall and speed of image search on a set of queries with known answers. Every query is given as the bytes of its file;
/// <c>expected</c> empty means that the product is not in the gallery.
/// </summary>
internal static class SimilarityBenchmark
{
    private const string Everybody = "public";

    /// <summary>Share of the true answers that the threshold for absent products keeps.</summary>
    private const double Kept = 0.9;

    public static async Task<int> RunAsync(string folder, bool json)
    {
        var directory = Directory.CreateTempSubdirectory("ipcenter-similarity-").FullName;
        try
        {
            await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
            using var index = SearchIndex.Open(directory);
            var (extract, images) = await BuildAsync(reader, index, Path.Combine(folder, "gallery"));
            var answers = await QueryAsync(reader, index, folder);
            Report(answers, extract, Bytes(directory) / images, json);
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<(List<double> ExtractMs, int Images)> BuildAsync(ImageReader reader, SearchIndex index, string gallery)
    {
        List<double> extract = [];
        List<IndexChange> changes = [];
        foreach (var file in Directory.GetFiles(gallery, "*.jpg").Order(StringComparer.Ordinal))
        {
            var image = await Photos.ReadAsync(reader, file);
            var started = Stopwatch.GetTimestamp();
            var features = FeatureExtractor.Extract(image);
            extract.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            changes.Add(IndexChange.Upsert(new SearchDocument { Id = Path.GetFileName(file), Audiences = [Everybody], Views = [new SearchView("front", features)] }));
        }
        index.Apply(changes, changes.Count);
        return (extract, changes.Count);
    }

    private static async Task<List<Answer>> QueryAsync(ImageReader reader, SearchIndex index, string folder)
    {
        List<Answer> answers = [];
        foreach (var line in (await File.ReadAllLinesAsync(Path.Combine(folder, "truth.csv"))).Skip(1))
        {
            var columns = line.Split(',');
            var whole = Stopwatch.GetTimestamp();
            var features = FeatureExtractor.Extract(await Photos.ReadAsync(reader, Path.Combine(folder, "queries", columns[0])));
            var search = Stopwatch.GetTimestamp();
            var result = index.Search(new SearchQuery { Audiences = [Everybody], Images = [features], Limit = 10 }, CancellationToken.None);
            var rank = result.Hits.Select(h => h.DocumentId).ToList().IndexOf(columns[2]);
            answers.Add(new Answer(
                columns[1], columns[2].Length == 0, rank, result.Hits.Count == 0 ? 0 : result.Hits[0].Score,
                Stopwatch.GetElapsedTime(search).TotalMilliseconds, Stopwatch.GetElapsedTime(whole).TotalMilliseconds));
        }
        return answers;
    }

    private static void Report(List<Answer> answers, List<double> extract, long bytesPerImage, bool json)
    {
        var present = answers.Where(a => !a.IsAbsent).ToList();
        foreach (var group in present.GroupBy(a => a.Transform))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-12} r@1 {group.Average(a => a.AtOne):F3}  r@10 {group.Average(a => a.AtTen):F3}"));
        var right = present.Where(a => a.Rank == 0).Select(a => a.BestScore).Order().ToList();
        var threshold = right.Count == 0 ? double.MaxValue : right[(int)(right.Count * (1 - Kept))];
        var absent = answers.Where(a => a.IsAbsent).ToList();
        var falseAlarms = absent.Count == 0 ? 0 : absent.Average(a => a.BestScore >= threshold ? 1.0 : 0.0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all          r@1 {present.Average(a => a.AtOne):F3}  r@10 {present.Average(a => a.AtTen):F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"absent above the threshold that keeps 90 %: {falseAlarms:P1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"extraction {At(extract, 0.5):F1} ms; query {At(answers.Select(a => a.SearchMs), 0.5):F1} ms, p95 {At(answers.Select(a => a.SearchMs), 0.95):F1} ms; with decoding {At(answers.Select(a => a.WholeMs), 0.5):F1} ms, p95 {At(answers.Select(a => a.WholeMs), 0.95):F1} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index {bytesPerImage} bytes an image; process {Environment.WorkingSet / 1024 / 1024} MB"));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["transforms"] = present.GroupBy(a => a.Transform).ToDictionary(g => g.Key, g => new { r1 = g.Average(a => a.AtOne), r10 = g.Average(a => a.AtTen) }),
                ["all"] = new { r1 = present.Average(a => a.AtOne), r10 = present.Average(a => a.AtTen) },
                ["absent_fpr"] = falseAlarms,
                ["extract_ms"] = At(extract, 0.5),
                ["query_p50_ms"] = At(answers.Select(a => a.SearchMs), 0.5),
                ["query_p95_ms"] = At(answers.Select(a => a.SearchMs), 0.95),
                ["bytes_per_image"] = bytesPerImage,
            }));
    }

    private static double At(IEnumerable<double> values, double share) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[(int)((sorted.Count - 1) * share)] : 0;

    private static long Bytes(string directory) => new DirectoryInfo(directory).GetFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private sealed record Answer(string Transform, bool IsAbsent, int Rank, double BestScore, double SearchMs, double WholeMs)
    {
        public double AtOne => Rank == 0 ? 1 : 0;

        public double AtTen => Rank >= 0 ? 1 : 0;
    }
}
