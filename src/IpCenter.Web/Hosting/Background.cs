using IpCenter.Workflow.Runtime;

namespace IpCenter.Web.Hosting;

internal static class Background
{
    public static void AddBackground(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ProcessHost>();
        builder.Services.AddHostedService<IndexHost>();
        builder.Services.AddHostedService<IndexRebuildHost>();
        builder.Services.AddHostedService<SavedSearchHost>();
        builder.Services.AddHostedService<DeskHost>();
        builder.Services.AddHostedService<ClockHost>();
        builder.Services.AddHostedService<RightsHost>();
        builder.Services.AddHostedService<ReminderHost>();
        builder.Services.AddHostedService<FirmReminderHost>();
        builder.Services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<RetentionHost>();
    }
}

/// <summary>Keeps the processes going: the system's tasks, timers, kept events.</summary>
internal sealed class ProcessHost(WorkflowRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
