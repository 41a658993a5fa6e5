using System.Collections.Concurrent;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// A few workers, started when they are needed, ended when they have worked or rested for long, replaced when they are dead.
/// </summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private readonly ImageReaderOptions _options;
    private readonly WorkerCommand _command;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _places;
    private readonly ConcurrentStack<WorkerProcess> _idle = new();
    private readonly ConcurrentDictionary<int, WorkerProcess> _all = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly ITimer _rest;
    private int _disposed;

    public WorkerPool(ImageReaderOptions options, WorkerCommand command, TimeProvider clock)
    {
        (_options, _command, _clock) = (options, command, clock);
        _places = new(options.Workers);
        _rest = clock.CreateTimer(_ => _ = EndIdleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The processes that run now.</summary>
    public IReadOnlyCollection<int> ProcessIds => [.. _all.Keys];

    /// <summary>
    /// Lends a living worker; waits while all are busy. It goes back whatever happens. Throws
    /// <see cref="WorkerFailedException"/> when none comes up. The token that <paramref name="use"/> gets is cancelled when the
    /// pool is disposed, too; that ends in <see cref="ObjectDisposedException"/>.
    /// </summary>
    public async Task<T> UseAsync<T>(Func<WorkerProcess, CancellationToken, Task<T>> use, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, cancellation);
        try
        {
            await _places.WaitAsync(either.Token);
            try
            {
                return await LendAsync(use, either.Token);
            }
            finally
            {
                _rest.Change(_options.IdleTimeout, Timeout.InfiniteTimeSpan);
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (_disposed != 0 && !cancellation.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(ImageReader));
        }
    }

    /// <summary>Whoever waits or works is interrupted; when this is done, no process is left.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _closing.CancelAsync();
        for (var place = 0; place < _options.Workers; place++) await _places.WaitAsync(CancellationToken.None);
        await _rest.DisposeAsync();
        foreach (var worker in _all.Values) await EndAsync(worker);
        _places.Dispose();
        _closing.Dispose();
    }

    private async Task<T> LendAsync<T>(Func<WorkerProcess, CancellationToken, Task<T>> use, CancellationToken cancellation)
    {
        var worker = await RentAsync(cancellation);
        try
        {
            return await use(worker, cancellation);
        }
        finally
        {
            await ReturnAsync(worker);
        }
    }

    private async Task<WorkerProcess> RentAsync(CancellationToken cancellation)
    {
        while (_idle.TryPop(out var idle))
        {
            if (idle.IsAlive) return idle;
            await EndAsync(idle);
        }

        var worker = await WorkerProcess.StartAsync(_command, _options.StartDeadline, _clock, cancellation);
        _all[worker.Id] = worker;
        return worker;
    }

    /// <summary>One that found no library is not kept: the library may be installed meanwhile.</summary>
    private async Task ReturnAsync(WorkerProcess worker)
    {
        if (_disposed == 0 && worker.IsAlive && worker.Status.Available && worker.Answered < _options.ImagesPerWorker) _idle.Push(worker);
        else await EndAsync(worker);
    }

    private async Task EndIdleAsync()
    {
        while (_idle.TryPop(out var worker)) await EndAsync(worker);
    }

    private async Task EndAsync(WorkerProcess worker)
    {
        await worker.DisposeAsync();
        _all.TryRemove(worker.Id, out _);
    }
}
