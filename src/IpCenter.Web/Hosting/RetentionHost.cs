using IpCenter.Workflow.Life;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Hosting;

/// <summary>Once a day deletes the steps of processes that ended long enough ago and are not held.</summary>
public sealed partial class RetentionHost(
    IServiceScopeFactory scopes, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ProcessHistoryDays is not { } days)
            return;
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var deleted = await scope.ServiceProvider.GetRequiredService<WorkflowRetention>()
                    .PurgeAsync(clock.GetUtcNow().AddDays(-days), stoppingToken);
                if (deleted > 0)
                    Deleted(log, deleted, days);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotDeleted(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Information, "Deleted the steps of {Count} processes that ended more than {Days} days ago.")]
    private static partial void Deleted(ILogger log, int count, int days);

    [LoggerMessage(2, LogLevel.Error, "The steps of old processes could not be deleted; it will be tried again tomorrow.")]
    private static partial void NotDeleted(ILogger log, Exception e);
}
