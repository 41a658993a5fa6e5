#pragma warning disable CS9113
using IpCenter.Workflow.Definitions;
using Microsoft.Extensions.Logging;

namespace IpCenter.Workflow.Runtime;

/// <summary>The body of the background loop: fires timers, does system tasks, delivers kept events. One per process; several processes may run.</summary>
public sealed class WorkflowRunner(
    WorkflowCatalog catalog,
    IWorkflowScopeFactory scopes,
    TimeProvider clock,
    ILogger<WorkflowRunner> logger,
    WorkflowRunnerOptions options)
{
    /// <summary>Takes what is due now, once. Returns how many waits and events it worked on.</summary>
    public Task<int> RunOnceAsync(CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Works until cancelled: passes while there is work, then sleeps until woken or the poll interval is over.</summary>
    public Task RunAsync(CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Ends the sleep: there is new work, for example after a person's action was saved. Never blocks.</summary>
    public void Wake() => throw new NotImplementedException();
}
