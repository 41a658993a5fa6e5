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
            await TryAsync(() => pauses.RunAsync(clock.GetUtcNow(), stoppingToken));
            await TryAsync(() => calendars.RunAsync(clock.GetUtcNow(), stoppingToken));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Each by itself: what stops the one does not stop the other.</summary>
    private async Task TryAsync(Func<Task> round)
    {
        try
        {
            await round();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotDone(log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Pauses and dates could not be looked at; it will be tried again.")]
    private static partial void NotDone(ILogger log, Exception e);
}
