using Microsoft.Extensions.Logging;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// A claim on a wait, prolonged for as long as it is worked on. It can be short for that reason: what a killed process had in
/// hand is taken up by another one, or by itself after a new start, as soon as the claim lapses.
/// </summary>
internal sealed partial class WaitLease : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly IWorkflowScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly WorkflowRunnerOptions _options;
    private readonly ILogger _logger;
    private readonly Guid _waitId;
    private readonly Task _prolonging;

    private WaitLease(Guid waitId, Guid id, IWorkflowScopeFactory scopes, TimeProvider clock, WorkflowRunnerOptions options, ILogger logger)
    {
        (_waitId, Id, _scopes, _clock, _options, _logger) = (waitId, id, scopes, clock, options, logger);
        _prolonging = ProlongAsync();
    }

    public Guid Id { get; }

    /// <summary>Claims a wait; <c>null</c> when another was first.</summary>
    public static async Task<WaitLease?> TryTakeAsync(
        Guid waitId, IWorkflowScopeFactory scopes, TimeProvider clock, WorkflowRunnerOptions options, ILogger logger, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var scope = scopes.CreateScope();
        return await scope.Store.TryLeaseAsync(waitId, id, new LeaseTerms(now, options.LeaseTime), ct)
            ? new(waitId, id, scopes, clock, options, logger)
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _prolonging;
        _end.Dispose();
    }

    private async Task ProlongAsync()
    {
        using var timer = new PeriodicTimer(_options.LeaseRenewal);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
                if (!await TryProlongAsync())
                    return;
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    /// <summary>False once the claim is somebody else's; what is done after that meets a conflict when it is saved.</summary>
    private async Task<bool> TryProlongAsync()
    {
        try
        {
            await using var scope = _scopes.CreateScope();
            return await scope.Store.TryProlongLeaseAsync(_waitId, Id, _clock.GetUtcNow() + _options.LeaseTime, _end.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A database that is busy for a moment: the next tick tries again, well before the claim lapses.
            LogNotProlonged(failure, _waitId);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The claim on the workflow wait {WaitId} could not be prolonged")]
    private partial void LogNotProlonged(Exception failure, Guid waitId);
}
