using IpCenter.Casework.Firms;

namespace IpCenter.Web.Hosting;

/// <summary>Looks every hour what ends for firms and their helpers, and tells them. A failure is told and tried again.</summary>
internal sealed partial class FirmReminderHost(RemindFirms remind, TimeProvider clock, ILogger<FirmReminderHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await remind.RunAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotTold(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "Firms could not be told what ends soon; it will be tried again.")]
    private static partial void NotTold(ILogger log, Exception e);
}
