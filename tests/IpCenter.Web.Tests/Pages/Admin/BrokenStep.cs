using IpCenter.Casework.Processes.Handlers;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Runtime;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpCenter.Web.Tests.Pages.Admin;

/// <summary>Whether the step is broken; while it is, the search of prior designs fails.</summary>
public sealed class BrokenStep
{
    public const string Fault = "The index does not answer.";

    private const int Tries = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public bool IsBroken { get; set; } = true;

    /// <summary>Makes the step fail, and lets the system give up at the first failure.</summary>
    internal void Break(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        services.AddKeyedScoped<IWorkflowTaskHandler>("SearchPriorDesigns", (provider, _) => new Handler(this, provider.GetRequiredService<SearchPriorDesigns>()));
        services.Replace(ServiceDescriptor.Singleton(new WorkflowRunnerOptions { MaxAttempts = 1 }));
    });

    /// <summary>Files an application whose process stops at the broken step; gives the incident.</summary>
    internal static async Task<WorkflowWait> FileAsync(WebFactory factory, string key)
    {
        // The case cannot reach the examiner.
        await Assert.ThrowsAsync<InvalidOperationException>(() => factory.FileAsync(key));
        var correlation = ExaminationCentre.IdOf($"case:{key}").ToString();
        for (var tries = 0; tries < Tries; tries++)
        {
            await factory.RunProcessesAsync();
            if (await factory.WithDatabaseAsync(db => db.WorkflowWaits.AsNoTracking().SingleOrDefaultAsync(w => w.CorrelationId == correlation && w.IsIncident)) is { } incident)
                return incident;
            await Task.Delay(Pause);
        }
        throw new InvalidOperationException($"The process of {key} never stopped.");
    }

    private sealed class Handler(BrokenStep step, SearchPriorDesigns repaired) : IWorkflowTaskHandler
    {
        public string TaskName => repaired.TaskName;

        public Task<TaskResult> HandleAsync(WorkflowTaskContext context, CancellationToken ct) =>
            step.IsBroken ? throw new InvalidOperationException(Fault) : repaired.HandleAsync(context, ct);
    }
}

/// <summary>A centre whose search of prior designs fails until it is repaired.</summary>
public sealed class BrokenFactory : WebFactory
{
    public BrokenStep Step { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Step.Break(builder);
    }
}
