using IpCenter.Casework.SavedSearches;

namespace IpCenter.Web.Hosting;

/// <summary>Asks the saved searches that watch about what has come into the register. A failure is told and tried again.</summary>
internal sealed partial class SavedSearchHost(WatchSearches watch, TimeProvider clock, ILogger<SavedSearchHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.RunAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotAsked(log, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Saved searches could not be asked about new entries; it will be tried again.")]
    private static partial void NotAsked(ILogger log, Exception e);
}
