using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;

namespace IpCenter.Web.Hosting;

/// <summary>
/// What time does to rights: terms end, fees come due. Every hour, so that a day's work is done early on that day; each step is kept
/// by a key of its own, so a second run or one after a kill adds nothing.
/// </summary>
public sealed partial class RightsHost(IServiceScopeFactory scopes, FeeRounds fees, TimeProvider clock, ILogger<RightsHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            await RunOnceAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Ends the terms that are over, batch by batch, and reminds of fees: where the one fails the other is done all the same.</summary>
    internal async Task RunOnceAsync(CancellationToken ct)
    {
        await Rounds.TryAsync(() => ExpireAsync(ct), e => NotDone(log, "terms", e));
        await Rounds.TryAsync(() => fees.RunAsync(clock.GetUtcNow(), ct), e => NotDone(log, "annual fees", e));
    }

    private async Task ExpireAsync(CancellationToken ct)
    {
        while (await InScopeAsync((services, now) => services.GetRequiredService<ExpireRights>().ExecuteAsync(now, ct), ct) > 0)
        {
        }
    }

    private async Task<int> InScopeAsync(Func<IServiceProvider, DateTimeOffset, Task<int>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var done = await work(scope.ServiceProvider, clock.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
        return done;
    }

    [LoggerMessage(1, LogLevel.Error, "Could not look at the {What} of rights; it will be tried again in an hour.")]
    private static partial void NotDone(ILogger log, string what, Exception e);
}
