using IpCenter.Imaging;
using IpCenter.Search;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>Learns the shipped file of visual words from a folder of sample photos.</summary>
internal static class TrainCommand
{
    public static async Task<int> RunAsync(string folder, string output)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        List<ViewFeatures> samples = [];
        foreach (var file in Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal))
            samples.Add(FeatureExtractor.Extract(await Photos.ReadAsync(reader, file)));
        Console.WriteLine($"{samples.Count} photos, {samples.Sum(s => s.Count)} local features");
        await using var stream = File.Create(output);
        VocabularyTrainer.Learn(samples, stream);
        Console.WriteLine($"{output}: {stream.Length} bytes");
        return 0;
    }
}
