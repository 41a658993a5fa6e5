using IpCenter.Casework.Imports;

namespace IpCenter.Web.Hosting;

/// <summary>Runs imports one after the other, beside everything else. A failure is told and tried again.</summary>
internal sealed partial class ImportHost(ImportRunner runner, ILogger<ImportHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await runner.RunNextAsync(stoppingToken) is not null)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotRun(log, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Imports could not be run; it will be tried again.")]
    private static partial void NotRun(ILogger log, Exception e);
}
