using IpCenter.Casework.Data;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Demo;

/// <summary>
/// Fills an empty database with the demo centre, once: its people and firms at once, its history by playing it with the
/// product itself. A history that was cut short by a kill is begun anew only in an empty storage folder.
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
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
            if (await db.Users.AnyAsync(ct))
                return;
            DemoPeople.Add(db);
            DemoFirms.Add(db, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }
        if (await DemoCatalog.ReadAsync(pictures, ct) is not { } catalog)
        {
            NoPictures(log, pictures);
            return;
        }
        if (!(await services.GetRequiredService<Imaging.ImageReader>().StatusAsync(ct)).Available)
        {
            NoImaging(log);
            return;
        }
        var known = catalog.Designs.Select(d => d.Id).Concat(catalog.Screenshots.Select(s => s.Id)).ToHashSet();
        var stories = DemoPlan.Stories.Where(s => known.Contains(s.Design)).ToList();
        Playing(log, stories.Count);
        var started = TimeProvider.System.GetTimestamp();
        await new DemoPlay(services, clock, new DemoActs(new DemoFilings(catalog, pictures))).RunAsync(stories, now, ct);
        Played(log, TimeProvider.System.GetElapsedTime(started).TotalSeconds);
    }

    private static ServiceProvider Services(StorageOptions storage, CaseworkSources sources, DemoClock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Options.Create(storage));
        services.AddCasework(sources);
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
}
