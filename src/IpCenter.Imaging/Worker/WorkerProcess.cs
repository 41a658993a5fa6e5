using System.ComponentModel;
using System.Diagnostics;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// One worker as its application sees it. Not for use by two at once. After any failure it is dead: what is left in its pipe
/// could be the answer to another question.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TimeProvider _clock;
    private readonly LastWords _lastWords;
    private uint _number;

    private WorkerProcess(Process process, TimeProvider clock)
    {
        _process = process;
        _clock = clock;
        Id = process.Id;
        _lastWords = new LastWords(process);
    }

    public ImagingStatus Status { get; private set; } = new(false, null, null, [], null);

    public int Id { get; }

    public int Answered { get; private set; }

    public bool IsAlive => !_process.HasExited;

    /// <summary>Throws <see cref="WorkerFailedException"/> when it does not come up and say hello in time.</summary>
    public static async Task<WorkerProcess> StartAsync(
        WorkerCommand command, TimeSpan deadline, TimeProvider clock, CancellationToken cancellation)
    {
        Process process;
        try
        {
            process = Process.Start(command.ToStartInfo())!;
        }
        catch (Win32Exception e)
        {
            throw new WorkerFailedException($"{command.FileName} could not be started: {e.Message}");
        }

        var worker = new WorkerProcess(process, clock);
        try
        {
            worker.Status = await worker.WithinAsync(WorkerDeadline.ByWallClock(deadline), async token => WorkerHello.Of(await worker.ReceiveAsync(0, token)), cancellation);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Throws <see cref="WorkerFailedException"/> when it dies, is too slow or answers nonsense; it is dead then. Likewise when
    /// the caller gives up, with <see cref="OperationCanceledException"/>.
    /// </summary>
    public async Task<WorkerReply> AskAsync(WorkerRequest request, WorkerDeadline deadline, CancellationToken cancellation)
    {
        var number = ++_number;
        var reply = await WithinAsync(deadline, async token =>
        {
            await request.ToFrame(number).WriteAsync(_process.StandardInput.BaseStream, token);
            return WorkerReply.Of(await ReceiveAsync(number, token), request);
        }, cancellation);
        Answered++;
        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task<Frame> ReceiveAsync(uint number, CancellationToken cancellation)
    {
        var frame = await Frame.ReadAsync(_process.StandardOutput.BaseStream, cancellation)
            ?? throw new EndOfStreamException("The worker ended.");
        return frame.Number == number ? frame : throw new InvalidDataException("The worker answered another question.");
    }

    private async Task<T> WithinAsync<T>(WorkerDeadline deadline, Func<CancellationToken, Task<T>> talk, CancellationToken cancellation)
    {
        using var done = new CancellationTokenSource();
        using var late = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        var watch = deadline.WatchAsync(_process, _clock, late, done.Token);
        try
        {
            // A pipe's read cannot always be cancelled: it is left behind, and ends when the process does.
            return await Task.Run(() => talk(either.Token), CancellationToken.None).WaitAsync(either.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidDataException)
        {
            await KillAsync();
            cancellation.ThrowIfCancellationRequested();
            throw e is OperationCanceledException
                ? new WorkerFailedException(deadline.ToString()) { IsTooSlow = true }
                : new WorkerFailedException($"{e.Message} {Ending()} {_lastWords}".TrimEnd());
        }
        finally
        {
            await done.CancelAsync();
            await watch;
        }
    }

    private string Ending() => _process.HasExited ? $"Exit code {_process.ExitCode}." : "It still runs.";

    private async Task KillAsync()
    {
        try
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5), _clock);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or TimeoutException)
        {
            // It had ended already, or the system will end it when it can.
        }
    }
}
