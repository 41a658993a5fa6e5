using IpCenter.Testing;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>A host of the runtime: database, clock, task handlers, runner.</summary>
internal sealed class Host : IWorkflowScopeFactory, IDisposable
{
    private readonly WorkflowCatalog _catalog;
    private readonly Dictionary<string, Func<MemoryStore, WorkflowTaskContext, Task<TaskResult>>> _handlers = [];

    public Host(WorkflowCatalog catalog, WorkflowRunnerOptions? options = null)
    {
        _catalog = catalog;
        Runner = NewRunner(options);
    }

    public MemoryDatabase Database { get; } = new();

    public ManualClock Clock { get; } = new(EngineDrive.T0);

    public WorkflowRunner Runner { get; }

    /// <summary>A second process on the same database.</summary>
    public WorkflowRunner NewRunner(WorkflowRunnerOptions? options = null) =>
        new(_catalog, this, Clock, NullLogger<WorkflowRunner>.Instance, options ?? new WorkflowRunnerOptions());

    public Host Handle(string taskName, Func<MemoryStore, WorkflowTaskContext, TaskResult> handler) =>
        HandleAsync(taskName, (store, context) => Task.FromResult(handler(store, context)));

    public Host HandleAsync(string taskName, Func<MemoryStore, WorkflowTaskContext, Task<TaskResult>> handler)
    {
        _handlers[taskName] = handler;
        return this;
    }

    /// <summary>One use case of the host: work, then one save.</summary>
    public async Task<T> UseAsync<T>(Func<WorkflowRuntime, MemoryStore, Task<T>> work)
    {
        var store = new MemoryStore(Database);
        var result = await work(new WorkflowRuntime(_catalog, store), store);
        Assert.Equal(SaveOutcome.Saved, await store.SaveAsync(default));
        return result;
    }

    public Task<WorkflowInstance> StartAsync(string correlationId = "case-1", string? definitionId = null) => UseAsync((runtime, _) =>
        runtime.StartAsync(definitionId ?? _catalog.Definitions[0].DefinitionId, correlationId, new Dictionary<string, object?>(), Clock.GetUtcNow(), default));

    public Task<ResumeOutcome> CompleteAsync(string activityId, TaskResult result) => UseAsync((runtime, _) =>
        runtime.CompleteTaskAsync(WaitOf(activityId).Id, result, Clock.GetUtcNow(), default));

    public Task<ResumeOutcome> PublishAsync(string eventName, object? payload = null, string correlationId = "case-1") => UseAsync((runtime, _) =>
        runtime.PublishEventAsync(correlationId, eventName, payload, Clock.GetUtcNow(), default));

    /// <summary>The instance of a definition; there must be one.</summary>
    public WorkflowInstance InstanceOf(string definitionId) => Database.Instances.Single(instance => instance.DefinitionId == definitionId);

    /// <summary>A value that an instance keeps, by the variable's name.</summary>
    public static object? Variable(WorkflowInstance instance, string name) => InstanceState.FromJson(instance.StateJson).Variables[$"var-{name}"];

    public WorkflowWait WaitOf(string activityId) => Database.Waits.Single(wait => wait.ActivityId == activityId);

    public string Waiting => string.Join(' ', Database.Waits.Select(wait => wait.ActivityId));

    public async Task RunUntilIdleAsync()
    {
        while (await Runner.RunOnceAsync(default) > 0)
        {
        }
    }

    public IWorkflowScope CreateScope() => new Scope(this, new MemoryStore(Database));

    public void Dispose() => Runner.Dispose();

    private sealed class Scope(Host host, MemoryStore store) : IWorkflowScope
    {
        public IWorkflowStore Store => store;

        public IWorkflowTaskHandler? FindHandler(string taskName) =>
            host._handlers.TryGetValue(taskName, out var handler) ? new Handler(taskName, context => handler(store, context)) : null;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Handler(string taskName, Func<WorkflowTaskContext, Task<TaskResult>> handle) : IWorkflowTaskHandler
    {
        public string TaskName => taskName;

        public Task<TaskResult> HandleAsync(WorkflowTaskContext context, CancellationToken ct) => handle(context);
    }
}
