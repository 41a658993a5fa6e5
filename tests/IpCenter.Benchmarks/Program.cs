using IpCenter.Benchmarks;
using IpCenter.Benchmarks.Filing;
using IpCenter.Benchmarks.Processes;
using IpCenter.Benchmarks.Similarity;

return args switch
{
    ["similarity", var folder, .. var options] => await SimilarityBenchmark.RunAsync(folder, options.Contains("--json")),
    ["scale", .. var options] when ScaleOptions.Read(options) is { } read => await ScaleBenchmark.RunAsync(read.Folder, read.Images, read.Json),
    ["train", var folder, var output] => await TrainCommand.RunAsync(folder, output),
    ["measures", var folder] => await MeasuresCommand.RunAsync(folder, "*.jpg"),
    ["measures", var folder, var pattern] => await MeasuresCommand.RunAsync(folder, pattern),
    ["proposals", var folder] => await ProposalsCommand.RunAsync(folder),
    ["workflow", .. var options] => await WorkflowBenchmark.RunAsync(options.Contains("--json")),
    ["filing", var folder, .. var options] => await FilingBenchmark.RunAsync(folder, options.Contains("--json")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- similarity DIR [--json]
            measures image search on a set: DIR/gallery/*.jpg, DIR/queries/*.jpg, DIR/truth.csv
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- scale [DIR] --images N [--json]
            the same with the gallery padded to N images on disk; DIR is ../shared/eval/similarity when it is not given
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- train DIR FILE
            learns the visual words from the photos of DIR/*.jpg and writes them to FILE
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- measures DIR [PATTERN]
            shows how the measures of the pictures below DIR are spread
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- proposals DIR
            how often the view proposals are right on the products of DIR/catalog.json, such as data/demo/images
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- workflow [--json]
            measures the workflow runtime on SQLite: instances a second, races, size, start-up
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- filing DIR [--json]
            measures 100 applications filed by 1, 10 and 100 people at once; DIR is the project's folder
        """);
    return 2;
}
