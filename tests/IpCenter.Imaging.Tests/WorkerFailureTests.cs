using System.Diagnostics;
using IpCenter.Imaging.Tests.Files;
using IpCenter.Imaging.Worker;

namespace IpCenter.Imaging.Tests;

/// <summary>A worker that crashes, hangs or eats too much costs the one picture that it had.</summary>
public sealed class WorkerFailureTests
{
    private static readonly byte[] Picture = new PngFile(40, 30).ToBytes();

    [Fact]
    public async Task A_worker_that_dies_over_a_picture_costs_that_picture_only()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1 }, TimeProvider.System);
        var worker = await StoppedWorkerAsync(reader);

        var reading = reader.ReadAsync(Picture, CancellationToken.None);
        Signals.End(worker);
        var rejection = (await reading).Rejection;
        var next = await reader.ReadAsync(Picture, CancellationToken.None);

        Assert.Equal(ImageRejectionReason.WorkerCrashed, rejection?.Reason);
        Assert.Contains("137", rejection!.Detail, StringComparison.Ordinal);
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
        Assert.NotEqual(worker, Assert.Single(reader.WorkerProcessIds));
    }

    [Fact]
    public async Task A_worker_that_died_between_two_pictures_is_replaced_unnoticed()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1 }, TimeProvider.System);
        await reader.ReadAsync(Picture, CancellationToken.None);
        var worker = Assert.Single(reader.WorkerProcessIds);

        using (var process = Process.GetProcessById(worker))
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        var next = await reader.ReadAsync(Picture, CancellationToken.None);

        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }

    [Fact]
    public async Task A_worker_that_hangs_is_ended_at_the_deadline()
    {
        await using var reader = new ImageReader(
            new ImageReaderOptions { Workers = 1, LongestWait = TimeSpan.FromSeconds(5) }, TimeProvider.System);
        var worker = await StoppedWorkerAsync(reader);

        var reading = await reader.ReadAsync(Picture, CancellationToken.None);
        var isThere = Signals.IsThere(worker);
        var next = await reader.ReadAsync(Picture, CancellationToken.None);

        Assert.Equal(ImageRejectionReason.TooSlow, reading.Rejection?.Reason);
        Assert.False(isThere);
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }

    [Fact]
    public async Task A_picture_is_not_refused_because_the_machine_is_busy_with_other_things()
    {
        var brief = TimeSpan.FromSeconds(1);
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1, Deadline = brief }, TimeProvider.System);
        var worker = await StoppedWorkerAsync(reader);

        var reading = reader.ReadAsync(Picture, CancellationToken.None);
        await Task.Delay(2 * brief);
        Signals.Continue(worker);

        Assert.True((await reading).IsAccepted, (await reading).Rejection?.Detail);
        Assert.Equal(worker, Assert.Single(reader.WorkerProcessIds));
    }

    [Fact]
    public async Task A_worker_that_works_without_end_is_late_by_its_processor_time_long_before_the_wall_clock_says_so()
    {
        using var busy = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "while :; do :; done"]))!;
        using var late = new CancellationTokenSource();
        try
        {
            await new WorkerDeadline(TimeSpan.FromSeconds(0.5), TimeSpan.FromHours(1))
                .WatchAsync(busy, TimeProvider.System, late, CancellationToken.None)
                .WaitAsync(TimeSpan.FromMinutes(10));
        }
        finally
        {
            busy.Kill();
        }

        Assert.True(late.IsCancellationRequested);
    }

    /// <summary>Allowed by its 40 million pixels; decoded they are 119 MB, and the worker itself needs some of its memory.</summary>
    [Fact]
    public async Task A_picture_that_needs_more_memory_than_a_worker_may_have_is_refused()
    {
        await using var reader = new ImageReader(
            new ImageReaderOptions { Workers = 1, DisplaySide = 4096, WorkerMemoryBytes = 144L * 1024 * 1024 }, TimeProvider.System);
        var small = await reader.ReadAsync(Picture, CancellationToken.None);

        var reading = await reader.ReadAsync(new JpegFile(6_300, 6_300).ToBytes(), CancellationToken.None);
        var next = await reader.ReadAsync(Picture, CancellationToken.None);

        Assert.True(small.IsAccepted, small.Rejection?.Detail);
        Assert.True(
            reading.Rejection?.Reason is ImageRejectionReason.TooDeep or ImageRejectionReason.WorkerCrashed,
            reading.Rejection?.ToString());
        Assert.True(next.IsAccepted, next.Rejection?.Detail);
    }

    [Fact]
    public async Task A_crash_of_one_worker_leaves_the_pictures_of_the_other_alone()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 2 }, TimeProvider.System);
        var worker = await StoppedWorkerAsync(reader);

        var lost = reader.ReadAsync(Picture, CancellationToken.None);
        var others = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => reader.ReadAsync(Picture, CancellationToken.None)));
        Signals.End(worker);

        Assert.All(others, other => Assert.True(other.IsAccepted, other.Rejection?.Detail));
        Assert.Equal(ImageRejectionReason.WorkerCrashed, (await lost).Rejection?.Reason);
    }

    [Fact]
    public async Task Giving_up_ends_the_worker_that_was_busy_with_the_picture()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1 }, TimeProvider.System);
        var worker = await StoppedWorkerAsync(reader);
        using var giveUp = new CancellationTokenSource();

        var reading = reader.ReadAsync(Picture, giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.False(Signals.IsThere(worker));
        Assert.Empty(reader.WorkerProcessIds);
        Assert.True((await reader.ReadAsync(Picture, CancellationToken.None)).IsAccepted);
    }

    [Fact]
    public async Task Giving_up_while_all_workers_are_busy_disturbs_none_of_them()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1, LongestWait = TimeSpan.FromSeconds(5) }, TimeProvider.System);
        var worker = await StoppedWorkerAsync(reader);
        using var giveUp = new CancellationTokenSource();

        var busy = reader.ReadAsync(Picture, CancellationToken.None);
        var waiting = reader.ReadAsync(Picture, giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(worker, Assert.Single(reader.WorkerProcessIds));
        Assert.Equal(ImageRejectionReason.TooSlow, (await busy).Rejection?.Reason);
    }

    private static async Task<int> StoppedWorkerAsync(ImageReader reader)
    {
        Assert.True((await reader.ReadAsync(Picture, CancellationToken.None)).IsAccepted);
        var worker = Assert.Single(reader.WorkerProcessIds);
        Signals.Stop(worker);
        return worker;
    }
}
