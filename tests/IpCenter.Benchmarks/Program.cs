using IpCenter.Benchmarks;

return args switch
{
    ["similarity", var folder, .. var options] => await SimilarityBenchmark.RunAsync(folder, options.Contains("--json")),
    ["train", var folder, var output] => await TrainCommand.RunAsync(folder, output),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- similarity DIR [--json]
            measures image search on a set: DIR/gallery/*.jpg, DIR/queries/*.jpg, DIR/truth.csv
        dotnet run -c Release --project tests/IpCenter.Benchmarks -- train DIR FILE
            learns the visual words from the photos of DIR/*.jpg and writes them to FILE
        """);
    return 2;
}
