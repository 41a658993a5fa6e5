#pragma warning disable CS9113
using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// Moves instances inside a use case. It changes tracked rows through the store and never saves: the host saves its own
/// changes and these in one transaction. Every method takes the time.
/// </summary>
public sealed class WorkflowRuntime(WorkflowCatalog catalog, IWorkflowStore store)
{
    /// <summary>Starts the published version of a definition and runs it until everything in it waits.</summary>
    /// <param name="definitionId">The definition's stable id. An unknown one is a bug and throws.</param>
    /// <param name="correlationId">The host's key for what the instance is about.</param>
    /// <param name="inputs">Values for the definition's declared inputs; a name that is not declared throws, a missing one is null.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    public Task<WorkflowInstance> StartAsync(
        string definitionId, string correlationId, IReadOnlyDictionary<string, object?> inputs, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Completes a task of either kind with its result.</summary>
    public Task<ResumeOutcome> CompleteTaskAsync(Guid waitId, TaskResult result, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Gives an event to every activity that waits for it under this correlation id, or keeps it until one does.</summary>
    /// <param name="correlationId">The host's key.</param>
    /// <param name="eventName">The event's name; letter case matters.</param>
    /// <param name="payload">Becomes the event's result: null, a boolean, number, string, date, id, list or dictionary.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    public Task<ResumeOutcome> PublishEventAsync(string correlationId, string eventName, object? payload, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Delivers a kept event to those who wait for it by now.</summary>
    public Task<ResumeOutcome> DeliverKeptEventAsync(Guid inboxEventId, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Fires a timer that is due.</summary>
    public Task<ResumeOutcome> FireTimerAsync(Guid waitId, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Ends an instance early. All its waits are removed.</summary>
    public Task<ResumeOutcome> CancelAsync(Guid instanceId, string reason, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Lets an incident be tried again: a failed system task at once, a faulted activity here and now.</summary>
    public Task<ResumeOutcome> RetryAsync(Guid waitId, string reason, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Completes a system task that became an incident with a result that a person gives, and says why.</summary>
    public Task<ResumeOutcome> SkipAsync(Guid waitId, TaskResult result, string reason, DateTimeOffset now, CancellationToken ct) =>
        throw new NotImplementedException();
}
