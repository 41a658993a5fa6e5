using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;
using Microsoft.Extensions.Logging;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// The body of the background loop: fires timers, does system tasks, delivers kept events. One per process; several
/// processes may run. Handlers run at least once, and what they change in the unit of work takes effect exactly once.
/// </summary>
public sealed partial class WorkflowRunner(
    WorkflowCatalog catalog,
    IWorkflowScopeFactory scopes,
    TimeProvider clock,
    ILogger<WorkflowRunner> logger,
    WorkflowRunnerOptions options) : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private DateTimeOffset _lastPass = DateTimeOffset.MaxValue;

    /// <summary>Takes what is due now, once. Returns how many waits and events it worked on.</summary>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        IReadOnlyList<Guid> due, events;
        await using (var scope = scopes.CreateScope())
        {
            var now = clock.GetUtcNow();
            // At the first pass, and when the clock was put back: no task waits longer than between two attempts, so what is due
            // later was stored under a clock that was ahead. Timers keep their instant, which is all that is known of them.
            if (now < _lastPass)
                await scope.Store.BringForwardAsync(now + options.LongestRetryDelay, now, ct);
            _lastPass = now;
            due = await scope.Store.DueWaitsAsync(new LeaseTerms(now, options.LeaseTime), options.BatchSize, ct);
            events = await scope.Store.DeliverableEventsAsync(options.BatchSize, ct);
        }
        var worked = 0;
        var work = due.Select(id => (Func<CancellationToken, Task<bool>>)(token => WorkAsync(id, token)))
            .Concat(events.Select(id => (Func<CancellationToken, Task<bool>>)(token => DeliverAsync(id, token))));
        var pace = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct };
        await Parallel.ForEachAsync(work, pace, async (unit, token) =>
        {
            if (await unit(token))
                Interlocked.Increment(ref worked);
        });
        return worked;
    }

    /// <summary>Works until cancelled: passes while there is work, then sleeps until woken or the poll interval is over.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(ct) == 0)
                    await _signal.WaitAsync(options.PollInterval, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogPassFailed(failure);
                await Task.Delay(options.PollInterval, clock, CancellationToken.None).WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Ends the sleep: there is new work, for example after a person's action was saved. Never blocks.</summary>
    public void Wake()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already woken.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    private async Task<bool> WorkAsync(Guid waitId, CancellationToken ct)
    {
        await using var lease = await WaitLease.TryTakeAsync(waitId, scopes, clock, options, logger, ct);
        if (lease is null)
            return false;
        try
        {
            await InFreshScopesAsync(scope => AttemptAsync(scope, waitId, lease.Id, ct), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await InFreshScopesAsync(scope => ReleaseAsync(scope, waitId, lease.Id), CancellationToken.None);
            throw;
        }
        catch (Exception failure)
        {
            LogAttemptFailed(failure, waitId);
            await NoteFailureAsync(waitId, lease.Id, failure, ct);
        }
        return true;
    }

    // Without the note the lease lapses and the wait is due again; one poisoned row never stops the others.
    private async Task NoteFailureAsync(Guid waitId, Guid leaseId, Exception failure, CancellationToken ct)
    {
        try
        {
            await InFreshScopesAsync(scope => FailAsync(scope, waitId, leaseId, failure, ct), ct);
        }
        catch (Exception unnoted) when (unnoted is not OperationCanceledException)
        {
            LogNoteFailed(unnoted, waitId);
        }
    }

    // True: there is something to save.
    private async Task<bool> AttemptAsync(IWorkflowScope scope, Guid waitId, Guid leaseId, CancellationToken ct)
    {
        if (await LeasedAsync(scope, waitId, leaseId, ct) is not { } wait)
            return false;
        var runtime = new WorkflowRuntime(catalog, scope.Store);
        if (wait.Kind == WaitKind.Timer)
            return await runtime.FireTimerAsync(waitId, clock.GetUtcNow(), ct) == ResumeOutcome.Resumed;
        if (wait.Kind == WaitKind.Start)
            return await runtime.BeginAsync(wait, clock.GetUtcNow(), ct) == ResumeOutcome.Resumed;
        // Read before the handler works, so that whoever moves the instance meanwhile causes a conflict.
        await scope.Store.FindInstanceAsync(wait.InstanceId, ct);
        var handler = scope.FindHandler(wait.Name) ?? throw new InvalidOperationException($"No handler is registered for the task '{wait.Name}'.");
        var payload = wait.PayloadJson is null ? null : (IReadOnlyDictionary<string, object?>?)WorkflowValue.FromJson(wait.PayloadJson);
        var context = new WorkflowTaskContext(
            wait.InstanceId, wait.CorrelationId, wait.Name, wait.ActivityId, payload ?? new Dictionary<string, object?>(),
            wait.Id, wait.Attempts + 1, clock.GetUtcNow());
        var result = await handler.HandleAsync(context, ct);
        return await runtime.CompleteTaskAsync(waitId, result, clock.GetUtcNow(), ct) == ResumeOutcome.Resumed;
    }

    private async Task<bool> FailAsync(IWorkflowScope scope, Guid waitId, Guid leaseId, Exception failure, CancellationToken ct)
    {
        if (await LeasedAsync(scope, waitId, leaseId, ct) is not { } wait)
            return false;
        var now = clock.GetUtcNow();
        DateTimeOffset? next = wait.Attempts + 1 < options.MaxAttempts ? now + RetryDelay(wait.Attempts) : null;
        await new WorkflowRuntime(catalog, scope.Store).FailAsync(wait, failure.Message, next, now, ct);
        return true;
    }

    private static async Task<bool> ReleaseAsync(IWorkflowScope scope, Guid waitId, Guid leaseId)
    {
        if (await LeasedAsync(scope, waitId, leaseId, CancellationToken.None) is not { } wait)
            return false;
        (wait.LeaseId, wait.LeasedUntil) = (null, null);
        return true;
    }

    private async Task<bool> DeliverAsync(Guid inboxEventId, CancellationToken ct)
    {
        var delivered = false;
        try
        {
            await InFreshScopesAsync(
                async scope => delivered = await new WorkflowRuntime(catalog, scope.Store)
                    .DeliverKeptEventAsync(inboxEventId, clock.GetUtcNow(), ct) == ResumeOutcome.Resumed,
                ct);
            return delivered;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogDeliveryFailed(failure, inboxEventId);
            return false;
        }
    }

    private async Task InFreshScopesAsync(Func<IWorkflowScope, Task<bool>> work, CancellationToken ct)
    {
        for (var attempt = 0; attempt <= options.ConflictRetries; attempt++)
        {
            await using var scope = scopes.CreateScope();
            if (!await work(scope) || await scope.Store.SaveAsync(ct) == SaveOutcome.Saved)
                return;
        }
        throw new InvalidOperationException($"Every one of {options.ConflictRetries + 1} saves met a conflict.");
    }

    private static async Task<WorkflowWait?> LeasedAsync(IWorkflowScope scope, Guid waitId, Guid leaseId, CancellationToken ct) =>
        await scope.Store.FindWaitAsync(waitId, ct) is { } wait && wait.LeaseId == leaseId ? wait : null;

    private TimeSpan RetryDelay(int failedBefore)
    {
        var delay = options.FirstRetryDelay * Math.Pow(2, Math.Min(failedBefore, 30));
        return delay < options.LongestRetryDelay ? delay : options.LongestRetryDelay;
    }

    [LoggerMessage(LogLevel.Warning, "An attempt at the workflow wait {WaitId} failed")]
    private partial void LogAttemptFailed(Exception failure, Guid waitId);

    [LoggerMessage(LogLevel.Error, "The failed attempt at the workflow wait {WaitId} could not be noted")]
    private partial void LogNoteFailed(Exception failure, Guid waitId);

    [LoggerMessage(LogLevel.Error, "The kept event {InboxEventId} could not be delivered")]
    private partial void LogDeliveryFailed(Exception failure, Guid inboxEventId);

    [LoggerMessage(LogLevel.Error, "A pass of the workflow runner failed")]
    private partial void LogPassFailed(Exception failure);
}
