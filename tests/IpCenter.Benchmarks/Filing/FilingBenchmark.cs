using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IpCenter.Benchmarks.Processes;
using IpCenter.Casework;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Storage;
using IpCenter.Web.Tests.Journeys;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpCenter.Benchmarks.Filing;

/// <summary>
/// How many applications a node takes in when many people press "submit" at the same moment: formality check, number, clock, process
/// and audit entry in one save each, on SQLite as the application sets it.
/// </summary>
internal static class FilingBenchmark
{
    private static readonly int[] AtOnce = [1, 10, 100];

    private static readonly string[] Faces = ["Front", "Back"];

    public static async Task<int> RunAsync(string project, bool json)
    {
        var sources = CaseworkSources.Read(Path.Combine(project, "data"), Path.Combine(project, "workflows"));
        var result = new Dictionary<string, double>();
        foreach (var people in AtOnce)
        {
            using var folder = new TemporaryFolder();
            await using var services = Services(folder.File("storage"), sources);
            await services.GetRequiredService<DatabaseMigration>().RunAsync(default);
            var filers = await FilingCrowd.GatherAsync(services, 100, "a long enough password", Views(project), default);
            var milliseconds = new double[filers.Count];
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(filers.Index(), new ParallelOptions { MaxDegreeOfParallelism = people }, async (one, ct) =>
            {
                var begun = Stopwatch.GetTimestamp();
                await SubmitAsync(services, one.Item, ct);
                milliseconds[one.Index] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            });
            var key = string.Create(CultureInfo.InvariantCulture, $"{people}_at_once");
            result[$"{key}_per_s"] = filers.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            result[$"{key}_p95_ms"] = milliseconds.Order().ElementAt(filers.Count * 95 / 100);
            SqliteConnection.ClearAllPools();
        }
        Console.WriteLine(json
            ? JsonSerializer.Serialize(result)
            : string.Join(Environment.NewLine, result.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key,-20}{one.Value,10:F1}"))));
        return 0;
    }

    private static async Task SubmitAsync(ServiceProvider services, Filer filer, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<ViewerAccess>().ForAsync(filer.PersonId, [Roles.Merchant], ct);
        var actor = new Actor(filer.PersonId, viewer.Name, TimeProvider.System.GetUtcNow(), filer.FirmId);
        var filed = await scope.ServiceProvider.GetRequiredService<SubmitApplication>().ExecuteAsync(filer.Draft, viewer, actor, ct);
        if (!filed.Succeeded)
            throw new InvalidOperationException($"Refused: {string.Join(", ", filed.Violations.Select(violation => violation.Code))}.");
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
    }

    private static Dictionary<string, byte[]> Views(string project) => Faces.ToDictionary(
        view => view, view => File.ReadAllBytes(Path.Combine(project, "data", "demo", "images", "skirt-01", $"{view.ToLowerInvariant()}.jpg")));

    private static ServiceProvider Services(string storage, CaseworkSources sources)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(new StorageOptions { Root = storage }));
        services.AddCasework(sources);
        return services.BuildServiceProvider();
    }
}
