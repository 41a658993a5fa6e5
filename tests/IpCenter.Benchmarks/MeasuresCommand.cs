using System.Globalization;
using IpCenter.Imaging;

namespace IpCenter.Benchmarks;

/// <summary>How the measures of the pictures of a folder are spread: what the limits of the formality check are set by.</summary>
internal static class MeasuresCommand
{
    private static readonly int[] Percentiles = [1, 5, 25, 50, 75, 95, 99];

    private static readonly (string Name, Func<ImageMeasurement, double> Of)[] Measures =
    [
        ("background uniformity", m => m.BackgroundUniformity),
        ("contrast, L*", m => m.Contrast),
        ("sharpness", m => m.Sharpness),
        ("blown highlights", m => m.HighlightShare),
        ("shadow", m => m.ShadowShare),
        ("product share", m => m.ProductShare),
    ];

    public static async Task<int> RunAsync(string folder, string pattern)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        List<ImageMeasurement> all = [];
        foreach (var file in Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var reading = await reader.ReadAsync(await File.ReadAllBytesAsync(file), CancellationToken.None);
            if (reading.Rejection is { } rejection)
                Console.Error.WriteLine($"{file}: {rejection}");
            else
                all.Add(ImageMeasures.Measure(reading.Image!.Raster));
        }
        if (all.Count == 0)
        {
            Console.Error.WriteLine($"No pictures in {folder}.");
            return 2;
        }

        Console.WriteLine($"{all.Count} pictures; segmented {Share(all, m => m.IsSegmented)}, touching the edge {Share(all, m => m.TouchedSides != ImageSides.None)}; "
            + string.Join(", ", Enum.GetValues<ImageKind>().Select(k => $"{k} {Share(all, m => m.Kind == k)}")));
        Console.WriteLine($"{"percentile",-22}{string.Concat(Percentiles.Select(p => $"{p,9}"))}");
        foreach (var (name, of) in Measures)
        {
            var sorted = all.Select(of).Order().ToList();
            Console.WriteLine($"{name,-22}{string.Concat(Percentiles.Select(p => Number(sorted[(sorted.Count - 1) * p / 100])))}");
        }
        return 0;
    }

    private static string Share(List<ImageMeasurement> all, Func<ImageMeasurement, bool> which) =>
        (all.Count(which) / (double)all.Count).ToString("P1", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture).PadLeft(9);
}
