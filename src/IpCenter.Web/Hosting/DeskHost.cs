using IpCenter.Casework.Staffing;

namespace IpCenter.Web.Hosting;

/// <summary>Goes over the desk again and again: tasks are given out, and people called before a deadline. A failure is told and tried again.</summary>
internal sealed partial class DeskHost(DeskRounds rounds, TimeProvider clock, ILogger<DeskHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rounds.RunAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotDone(log, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The tasks of the desk could not be given out or called; it will be tried again.")]
    private static partial void NotDone(ILogger log, Exception e);
}
