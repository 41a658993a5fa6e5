using System.Diagnostics;
using IpCenter.Imaging.Tests.Files;
using IpCenter.Imaging.Worker;

namespace IpCenter.Imaging.Tests;

/// <summary>Workers come when they are needed and leave no trace.</summary>
public sealed class WorkerLifeTests
{
    private static readonly byte[] Picture = new PngFile(40, 30).ToBytes();

    [Fact]
    public async Task No_worker_is_started_before_there_is_a_picture()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        Assert.Empty(reader.WorkerProcessIds);
    }

    [Fact]
    public async Task Pictures_sent_at_once_share_the_workers_that_are_allowed()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 2 }, TimeProvider.System);
        var colours = Enumerable.Range(0, 24).Select(i => (i * 10, 255 - i * 10, i * 5)).ToArray();

        var readings = await Task.WhenAll(colours.Select(colour => reader.ReadAsync(
            new PngFile(40, 30) { Pixel = (_, _) => [colour.Item1, colour.Item2, colour.Item3] }.ToBytes(), CancellationToken.None)));

        Assert.InRange(reader.WorkerProcessIds.Count, 1, 2);
        foreach (var (reading, colour) in readings.Zip(colours))
        {
            Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
            reading.Image.Raster.AssertNear(20, 15, colour, 0);
        }
    }

    [Fact]
    public async Task Disposing_leaves_no_process()
    {
        var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        await reader.ReadAsync(Picture, CancellationToken.None);
        var worker = Assert.Single(reader.WorkerProcessIds);

        await reader.DisposeAsync();

        Assert.False(Signals.IsThere(worker));
        Assert.Empty(reader.WorkerProcessIds);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => reader.ReadAsync(Picture, CancellationToken.None));
    }

    [Fact]
    public async Task Disposing_interrupts_who_works_and_who_waits()
    {
        var reader = new ImageReader(new ImageReaderOptions { Workers = 1 }, TimeProvider.System);
        await reader.ReadAsync(Picture, CancellationToken.None);
        var worker = Assert.Single(reader.WorkerProcessIds);
        Signals.Stop(worker);
        var working = reader.ReadAsync(Picture, CancellationToken.None);
        var waiting = reader.ReadAsync(Picture, CancellationToken.None);

        await reader.DisposeAsync();

        Assert.False(Signals.IsThere(worker));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => working);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task Disposing_does_not_leave_the_worker_that_is_just_starting()
    {
        var note = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System, Shell($"echo $$ > '{note}'; exec sleep 600"));
        try
        {
            var reading = reader.ReadAsync(Picture, CancellationToken.None);
            var worker = await ReadNoteAsync(note);

            await reader.DisposeAsync();

            Assert.False(Signals.IsThere(worker));
            await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        }
        finally
        {
            File.Delete(note);
        }
    }

    [Theory]
    [InlineData("exec sleep 600", "No answer within", 1)]
    [InlineData("echo here are the holidays of the county office", "no frame", 30)]
    [InlineData("echo 'libfoo.so is missing' >&2; exit 3", "Exit code 3", 30)]
    [InlineData("kill -SEGV $$", "Exit code 139", 30)]
    public async Task A_worker_that_does_not_come_up_is_told_in_words_and_leaves_no_process(string script, string words, int seconds)
    {
        await using var reader = new ImageReader(
            new ImageReaderOptions { StartDeadline = TimeSpan.FromSeconds(seconds) }, TimeProvider.System, Shell(script));

        var status = await reader.StatusAsync(CancellationToken.None);
        var reading = await reader.ReadAsync(Picture, CancellationToken.None);

        Assert.False(status.Available);
        Assert.Contains(words, status.WhatToInstall, StringComparison.Ordinal);
        Assert.Equal(ImageRejectionReason.Unavailable, reading.Rejection?.Reason);
        Assert.Empty(reader.WorkerProcessIds);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        await using var reader = new ImageReader(
            new ImageReaderOptions(), TimeProvider.System, new WorkerCommand("/nowhere/dotnet", [], new Dictionary<string, string>()));

        var status = await reader.StatusAsync(CancellationToken.None);

        Assert.Contains("/nowhere/dotnet", status.WhatToInstall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_is_replaced_after_as_many_pictures_as_it_may_read()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { Workers = 1, ImagesPerWorker = 2 }, TimeProvider.System);
        var workers = new List<int>();

        for (var i = 0; i < 5; i++)
        {
            Assert.True((await reader.ReadAsync(Picture, CancellationToken.None)).IsAccepted);
            workers.AddRange(reader.WorkerProcessIds);
        }

        Assert.Equal(3, workers.Count);
        Assert.Equal(3, workers.Distinct().Count());
    }

    [Fact]
    public async Task A_worker_without_work_is_sent_home()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { IdleTimeout = TimeSpan.FromMilliseconds(500) }, TimeProvider.System);
        await reader.ReadAsync(Picture, CancellationToken.None);
        foreach (var worker in reader.WorkerProcessIds)
            if (Signals.IsThere(worker))
                using (var process = Process.GetProcessById(worker)) await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.True((await reader.ReadAsync(Picture, CancellationToken.None)).IsAccepted);
    }

    [Fact]
    public async Task A_worker_whose_application_is_gone_ends()
    {
        using var worker = Process.Start(WorkerCommand.For(new ImageReaderOptions())!.ToStartInfo())!;
        Assert.NotNull(await Frame.ReadAsync(worker.StandardOutput.BaseStream, CancellationToken.None));

        worker.StandardInput.Close();
        await worker.WaitForExitAsync(CancellationToken.None);

        Assert.Equal(0, worker.ExitCode);
    }

    private static WorkerCommand Shell(string script) => new("/bin/sh", ["-c", script], new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" });

    private static async Task<int> ReadNoteAsync(string note)
    {
        string text;
        do await Task.Delay(20, CancellationToken.None);
        while (!File.Exists(note) || !(text = await File.ReadAllTextAsync(note, CancellationToken.None)).EndsWith('\n'));
        return int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
