using System.Globalization;
using System.Text.Json;
using IpCenter.Search;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>Recall and speed of image search on a set of queries with known answers.</summary>
internal static class SimilarityBenchmark
{
    public static async Task<int> RunAsync(string folder, bool json)
    {
        var directory = Directory.CreateTempSubdirectory("ipcenter-similarity-").FullName;
        try
        {
            var set = await QuerySet.ReadAsync(folder);
            using (var index = SearchIndex.Open(directory))
            {
                index.Apply([.. set.Gallery.Select(picture => IndexChange.Upsert(new SearchDocument
                {
                    Id = picture.File,
                    Audiences = [Answers.Everybody],
                    Views = [new SearchView("front", picture.Features)],
                }))], set.Gallery.Count);
                index.Settle();
                Report(set, Answers.Ask(index, set.Queries), Bytes(directory) / set.Gallery.Count, json);
            }
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    public static long Bytes(string directory) => new DirectoryInfo(directory).GetFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private static void Report(QuerySet set, Answers answers, long bytesPerImage, bool json)
    {
        var extract = Answers.At(set.Gallery.Select(picture => picture.ExtractMs), 0.5);
        var resident = Environment.WorkingSet / set.Gallery.Count;
        answers.Print();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"features {extract:F1} ms an image; index {bytesPerImage} bytes an image; process {resident} bytes an image"));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["transforms"] = answers.ByTransform().ToDictionary(t => t.Key, t => new { r1 = t.Value.AtOne, r10 = t.Value.AtTen }),
                ["all"] = new { r1 = answers.RecallAtOne, r10 = answers.RecallAtTen },
                ["absent_fpr"] = answers.FalseAlarms(),
                ["extract_ms"] = extract,
                ["query_p50_ms"] = answers.SearchP50,
                ["query_p95_ms"] = answers.SearchP95,
                ["whole_p50_ms"] = answers.WholeP50,
                ["whole_p95_ms"] = answers.WholeP95,
                ["bytes_per_image"] = bytesPerImage,
                ["resident_per_image"] = resident,
            }));
    }
}
