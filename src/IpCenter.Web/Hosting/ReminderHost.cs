using IpCenter.Casework.Applications;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Notices;

namespace IpCenter.Web.Hosting;

/// <summary>
/// Tells of owed documents and of terms that end, and brings notices up again when their time has come. What was told is kept with what it is about,
/// so this may run twice, be killed and start again.
/// </summary>
internal sealed partial class ReminderHost(TellOwedDocuments documents, TellFilingTerms terms, BringUpNotices notices, TimeProvider clock, ILogger<ReminderHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            // Jobs that know nothing of each other: one that fails holds up no other.
            await Rounds.TryAsync(() => documents.RunAsync(clock.GetUtcNow(), stoppingToken), e => NotTold(log, "owed documents", e));
            await Rounds.TryAsync(() => terms.RunAsync(clock.GetUtcNow(), stoppingToken), e => NotTold(log, "filing terms", e));
            await Rounds.TryAsync(() => notices.RunAsync(clock.GetUtcNow(), stoppingToken), e => NotTold(log, "open notices", e));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "Could not tell of {What}; it will be tried again.")]
    private static partial void NotTold(ILogger log, string what, Exception e);
}
