using IpCenter.Workflow.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Processes;

/// <summary>A fresh database context and its handlers for every step that the runner takes.</summary>
public sealed class WorkflowScopes(IServiceScopeFactory services) : IWorkflowScopeFactory
{
    public IWorkflowScope CreateScope() => new Scope(services.CreateAsyncScope());

    private sealed class Scope(AsyncServiceScope scope) : IWorkflowScope
    {
        public IWorkflowStore Store { get; } = scope.ServiceProvider.GetRequiredService<IWorkflowStore>();

        public IWorkflowTaskHandler? FindHandler(string taskName) =>
            scope.ServiceProvider.GetKeyedService<IWorkflowTaskHandler>(taskName);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
