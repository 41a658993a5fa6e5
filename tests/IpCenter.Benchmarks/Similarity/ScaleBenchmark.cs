using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IpCenter.Search;
using IpCenter.Search.Index;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>The same queries with the gallery padded by synthetic views: does it still find, how long does it take, what does it need?</summary>
internal static class ScaleBenchmark
{
    private const int Batch = 4096, Seed = 7;

    public static async Task<int> RunAsync(string folder, int images, bool json)
    {
        var directory = Directory.CreateTempSubdirectory("ipcenter-scale-").FullName;
        try
        {
            var set = await QuerySet.ReadAsync(folder);
            var build = Build(directory, set, images);
            var opening = Stopwatch.GetTimestamp();
            using var index = SearchIndex.Open(directory);
            var open = Stopwatch.GetElapsedTime(opening);
            index.Settle();
            Report(images, Answers.Ask(index, set.Queries), build, open, SimilarityBenchmark.Bytes(directory) / images, json);
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Real pictures are spread among the others. Gives the images a second, with quantising for the real ones alone.</summary>
    private static double Build(string directory, QuerySet set, int images)
    {
        var synthetic = new SyntheticViews([.. set.Gallery.Select(picture => picture.Features)], Seed);
        using var index = SearchIndex.Open(directory);
        var started = Stopwatch.GetTimestamp();
        var padding = Math.Max(0, images - set.Gallery.Count);
        var (drawn, real) = (0, 0);
        while (drawn < padding || real < set.Gallery.Count)
        {
            List<StoredDocument> batch = [];
            while (batch.Count < Batch && drawn < padding)
                batch.Add(synthetic.Draw(drawn++));
            for (var due = padding == 0 ? set.Gallery.Count : (int)((long)set.Gallery.Count * drawn / padding); real < due; real++)
                batch.Add(StoredDocument.Of(new SearchDocument
                {
                    Id = set.Gallery[real].File,
                    Audiences = [Answers.Everybody],
                    Views = [new SearchView("front", set.Gallery[real].Features)],
                }));
            index.Apply(batch, drawn + real);
        }
        index.Settle();
        return images / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Report(int images, Answers answers, double build, TimeSpan open, long bytesPerImage, bool json)
    {
        answers.Print();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{images} images: built {build:F0} a second, opened in {open.TotalMilliseconds:F0} ms, {bytesPerImage} bytes an image, process {Environment.WorkingSet >> 20} MB of which {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB are its own"));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["images"] = images,
                ["transforms"] = answers.ByTransform().ToDictionary(t => t.Key, t => new { r1 = t.Value.AtOne, r10 = t.Value.AtTen }),
                ["all"] = new { r1 = answers.RecallAtOne, r10 = answers.RecallAtTen },
                ["absent_fpr"] = answers.FalseAlarms(),
                ["query_p50_ms"] = answers.SearchP50,
                ["query_p95_ms"] = answers.SearchP95,
                ["build_images_per_s"] = build,
                ["open_ms"] = open.TotalMilliseconds,
                ["bytes_per_image"] = bytesPerImage,
                ["resident_mb"] = Environment.WorkingSet >> 20,
                ["managed_mb"] = GC.GetTotalMemory(forceFullCollection: false) >> 20,
            }));
    }
}
