using IpCenter.Casework.Calendars;
using IpCenter.Casework.Pauses;

namespace IpCenter.Web.Hosting;

/// <summary>Lets clocks run again whose pause is over, and counts dates anew after a new edition of the calendar. A failure is told and tried again.</summary>
internal sealed partial class ClockHost(EndDuePauses pauses, CalendarRounds calendars, TimeProvider clock, ILogger<ClockHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await pauses.RunAsync(clock.GetUtcNow(), stoppingToken);
                await calendars.RunAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotDone(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "Pauses and dates could not be looked at; it will be tried again.")]
    private static partial void NotDone(ILogger log, Exception e);
}
