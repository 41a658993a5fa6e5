using IpCenter.Casework.SimilarDesigns;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Web.Hosting;

internal static class Background
{
    public static void AddBackground(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ProcessHost>();
        builder.Services.AddHostedService<IndexHost>();
        builder.Services.AddHostedService<SavedSearchHost>();
        builder.Services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<RetentionHost>();
    }
}

/// <summary>Keeps the processes going: the system's tasks, timers, kept events.</summary>
internal sealed class ProcessHost(WorkflowRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}

/// <summary>Keeps this node's search index up with the change feed. A failure is told and tried again; nothing else waits for it.</summary>
internal sealed partial class IndexHost(DesignIndex index, ILogger<IndexHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await index.CatchUpAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotCaughtUp(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "The search index could not be brought up to date; it will be tried again.")]
    private static partial void NotCaughtUp(ILogger log, Exception e);
}
