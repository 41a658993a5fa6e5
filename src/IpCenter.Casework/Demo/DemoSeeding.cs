using IpCenter.Casework.Data;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Storage;
using IpCenter.Imaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Demo;

/// <summary>
/// Fills an empty database with the demo centre, once: its people and firms at once, its history by playing it with the
/// product itself. A history that was cut short by a kill is thrown away and begun anew: nobody can have signed in before
/// it was over.
/// </summary>
public static partial class DemoSeeding
{
    /// <param name="storage">Where the centre's files lie.</param>
    /// <param name="sources">The data and processes of the centre.</param>
    /// <param name="pictures">The folder of the demo pictures.</param>
    /// <param name="now">The present, up to which the history is played.</param>
    /// <param name="log">Where its course is told.</param>
    /// <param name="ct">Stops the playing.</param>
    public static async Task RunAsync(
        StorageOptions storage, CaseworkSources sources, string pictures, DateTimeOffset now, ILogger log, CancellationToken ct)
    {
        var clock = new DemoClock(now.AddDays(-120));
        await using var services = Services(storage, sources, clock);
        var unfinished = new DemoMark(storage);
        if (unfinished.IsSet && !await HasRealPeopleAsync(services, ct))
        {
            CutShort(log);
            await DiscardAsync(services, storage, ct);
        }
        if (!await BeginAsync(services, unfinished, clock.GetUtcNow(), now, ct))
            return;
        if (await DemoCatalog.ReadAsync(pictures, ct) is not { } catalog)
            NoPictures(log, pictures);
        else if (!(await services.GetRequiredService<ImageReader>().StatusAsync(ct)).Available)
            NoImaging(log);
        else
            await PlayAsync(services, clock, catalog, pictures, now, log, ct);
        unfinished.Clear();
    }

    /// <summary>Adds people and firms to an empty database; <c>false</c> where there are people already.</summary>
    private static async Task<bool> BeginAsync(IServiceProvider services, DemoMark unfinished, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        if (await db.Users.AnyAsync(ct))
            return false;
        unfinished.Set();
        DemoPeople.Add(db);
        DemoFirms.Add(db, at, now);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static async Task PlayAsync(
        ServiceProvider services, DemoClock clock, DemoCatalog catalog, string pictures, DateTimeOffset now, ILogger log, CancellationToken ct)
    {
        var known = catalog.Designs.Select(d => d.Id).Concat(catalog.Screenshots.Select(s => s.Id)).ToHashSet();
        var stories = DemoPlan.Stories.Where(s => known.Contains(s.Design)).ToList();
        Playing(log, stories.Count);
        var started = TimeProvider.System.GetTimestamp();
        await ReadAheadAsync(services, catalog, pictures, ct);
        await InScopeAsync(services, clock, stage => new DemoRights(catalog, pictures).TakeOverAsync(stage, now, ct));
        await new DemoPlay(services, clock, new DemoActs(new DemoFilings(catalog, pictures))).RunAsync(stories, now, ct);
        await InScopeAsync(services, clock, stage => DemoRights.BringUpAsync(stage, ct));
        Played(log, TimeProvider.System.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task InScopeAsync(ServiceProvider services, DemoClock clock, Func<DemoStage, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        await act(new DemoStage(scope.ServiceProvider, clock.GetUtcNow()));
    }

    /// <summary>Reading the pictures is most of the work: done on all cores, before the history goes case by case on one.</summary>
    private static Task ReadAheadAsync(IServiceProvider services, DemoCatalog catalog, string folder, CancellationToken ct) =>
        Parallel.ForEachAsync(catalog.Designs.SelectMany(d => d.Views).Select(v => v.File).Concat(catalog.Bad.Select(f => f.File)), ct, async (file, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            var vault = scope.ServiceProvider.GetRequiredService<OriginalsVault>();
            var sha256 = await vault.StoreAsync(await File.ReadAllBytesAsync(Path.Combine(folder, file), ct), ct);
            await scope.ServiceProvider.GetRequiredService<ViewFeatureStore>().OfOriginalAsync(sha256, ct);
        });

    /// <summary>A centre that went to work after all is never thrown away, whatever the mark says.</summary>
    private static async Task<bool> HasRealPeopleAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().Users.AnyAsync(p => !p.IsDemo, ct);
    }

    private static async Task DiscardAsync(IServiceProvider services, StorageOptions storage, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().Database.EnsureDeletedAsync(ct);
        foreach (var folder in new[] { storage.OriginalsFolder, storage.CopiesFolder, storage.IndexFolder }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        await services.GetRequiredService<DatabaseMigration>().RunAsync(ct);
    }

    private static ServiceProvider Services(StorageOptions storage, CaseworkSources sources, DemoClock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Options.Create(storage));
        services.AddCasework(sources);
        // Nobody else is served yet: all cores read pictures.
        services.AddSingleton(_ => new ImageReader(new ImageReaderOptions { Workers = Math.Max(2, Environment.ProcessorCount) }, TimeProvider.System));
        return services.BuildServiceProvider();
    }

    [LoggerMessage(1, LogLevel.Warning, "The demo pictures are not in {Folder}: the demo centre starts without a history.")]
    private static partial void NoPictures(ILogger log, string folder);

    [LoggerMessage(2, LogLevel.Warning, "No image library was found: the demo centre starts without a history. Install Node.js and build again, or install libvips.")]
    private static partial void NoImaging(ILogger log);

    [LoggerMessage(3, LogLevel.Information, "First start: playing the history of the demo centre, {Count} cases. This takes a minute or two.")]
    private static partial void Playing(ILogger log, int count);

    [LoggerMessage(4, LogLevel.Information, "The history of the demo centre was played in {Seconds:F0} s.")]
    private static partial void Played(ILogger log, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "The history of the demo centre was cut short last time: it is begun anew.")]
    private static partial void CutShort(ILogger log);
}
