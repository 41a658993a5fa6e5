using IpCenter.Casework.Imports;

namespace IpCenter.Web.Hosting;

/// <summary>
/// Runs imports one after the other, beside everything else, and takes their uploads away in time. A failure is told and
/// tried again.
/// </summary>
internal sealed partial class ImportHost(ImportRunner runner, ImportRetention retention, TimeProvider clock, ILogger<ImportHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2), RetentionPace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        var retentionAt = clock.GetUtcNow();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await runner.RunNextAsync(stoppingToken) is not null)
                {
                }
                if (clock.GetUtcNow() < retentionAt)
                    continue;
                retentionAt = clock.GetUtcNow() + RetentionPace;
                if (await retention.ApplyAsync(stoppingToken) is var taken and > 0)
                    TakenAway(log, taken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotRun(log, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Imports could not be run; it will be tried again.")]
    private static partial void NotRun(ILogger log, Exception e);

    [LoggerMessage(2, LogLevel.Information, "{Uploads} uploads of imports were kept for their time and taken away.")]
    private static partial void TakenAway(ILogger log, int uploads);
}
