using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;

namespace IpCenter.Web.Hosting;

/// <summary>
/// What time does to rights: terms end, fees come due. Every hour, so that a day's work is done early on that day; each step is kept
/// by a key of its own, so a second run or one after a kill adds nothing.
/// </summary>
public sealed partial class RightsHost(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RightsHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotDone(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Ends the terms that are over, batch by batch, then reminds.</summary>
    internal async Task RunOnceAsync(CancellationToken ct)
    {
        while (await InScopeAsync((services, now) => services.GetRequiredService<ExpireRights>().ExecuteAsync(now, ct), ct) > 0)
        {
        }
        await InScopeAsync((services, now) => services.GetRequiredService<RemindAnnualFees>().ExecuteAsync(now, ct), ct);
    }

    private async Task<int> InScopeAsync(Func<IServiceProvider, DateTimeOffset, Task<int>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var done = await work(scope.ServiceProvider, clock.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
        return done;
    }

    [LoggerMessage(1, LogLevel.Error, "Terms and annual fees of rights could not be looked at; it will be tried again in an hour.")]
    private static partial void NotDone(ILogger log, Exception e);
}
