using System.Globalization;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>The command line of the benchmark at scale.</summary>
internal sealed record ScaleOptions(string Folder, int Images, bool Json)
{
    private const string UsualFolder = "../shared/eval/similarity";

    /// <summary><c>null</c> when it is something else.</summary>
    public static ScaleOptions? Read(string[] options)
    {
        var at = Array.IndexOf(options, "--images");
        if (at < 0 || at + 1 >= options.Length || !int.TryParse(options[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var images))
            return null;
        var rest = options.Where((option, i) => i != at && i != at + 1 && option != "--json").ToList();
        return rest.Count > 1 ? null : new ScaleOptions(rest.FirstOrDefault() ?? UsualFolder, images, options.Contains("--json"));
    }
}
