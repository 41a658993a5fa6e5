using System.ComponentModel;
using System.Diagnostics;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// How long a worker may take for one picture. A busy server makes every picture slow by the wall clock, and that is no fault of
/// the picture: what counts is the processor time that the worker used. The wall clock is the limit of one that waits or hangs.
/// </summary>
internal readonly record struct WorkerDeadline(TimeSpan ProcessorTime, TimeSpan WallTime)
{
    /// <summary>So often the processor time is looked at, at most.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    public static WorkerDeadline ByWallClock(TimeSpan time) => new(TimeSpan.MaxValue, time);

    public override string ToString() => ProcessorTime == TimeSpan.MaxValue
        ? $"No answer within {WallTime.TotalSeconds:0.#} s."
        : $"No answer within {ProcessorTime.TotalSeconds:0.#} s of work and {WallTime.TotalSeconds:0.#} s of waiting.";

    /// <summary>Cancels <paramref name="late"/> when the time is over; ends when <paramref name="done"/> is.</summary>
    public async Task WatchAsync(Process process, TimeProvider clock, CancellationTokenSource late, CancellationToken done)
    {
        var (began, usedBefore) = (clock.GetTimestamp(), UsedBy(process));
        while (true)
        {
            var work = ProcessorTime - (UsedBy(process) - usedBefore);
            var wall = WallTime - clock.GetElapsedTime(began);
            var left = work < wall ? work : wall;
            if (left <= TimeSpan.Zero) break;
            await Task.Delay(left > Shortest ? left : Shortest, clock, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested) return;
        }
        await late.CancelAsync();
    }

    private static TimeSpan UsedBy(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended: its pipe says so.
            return TimeSpan.Zero;
        }
    }
}
