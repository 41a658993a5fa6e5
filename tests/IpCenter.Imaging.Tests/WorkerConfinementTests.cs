using IpCenter.Imaging.Tests.Files;
using IpCenter.Imaging.Worker;

namespace IpCenter.Imaging.Tests;

/// <summary>What a worker may do, should a picture take it over, and what is believed of its answers.</summary>
public sealed class WorkerConfinementTests
{
    private static readonly WorkerRequest Request = new(ImageFormat.Png, new(1000, 100, 4000), 10, 20, 5, new byte[1]);

    private static readonly ImageInfo Info = new(ImageFormat.Png, 40, 30, 1, null, false, false, false, false);

    [Fact]
    public void A_worker_is_told_nothing_of_the_applications_environment()
    {
        var command = WorkerCommand.For(new ImageReaderOptions { LibraryPath = "/opt/libvips.so" })!;

        Assert.All(command.ToStartInfo().Environment.Keys, name => Assert.True(
            name is "IPCENTER_LIBVIPS" or "MALLOC_ARENA_MAX" or "SystemRoot" || name.StartsWith("DOTNET_", StringComparison.Ordinal), name));
    }

    /// <summary>As the kernel sees it.</summary>
    [Fact]
    public async Task On_linux_a_worker_has_taken_its_rights_away()
    {
        Assert.True(OperatingSystem.IsLinux(), "Limits are set on Linux only; run this suite there.");
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        await reader.ReadAsync(new PngFile(8, 8).ToBytes(), CancellationToken.None);
        var worker = Assert.Single(reader.WorkerProcessIds);

        var limits = (await File.ReadAllLinesAsync($"/proc/{worker}/limits", CancellationToken.None)).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        var status = await File.ReadAllTextAsync($"/proc/{worker}/status", CancellationToken.None);

        Assert.Contains("Max data size 1073741824 1073741824 bytes", limits);
        Assert.Contains("Max file size 0 0 bytes", limits);
        Assert.Contains("Max core file size 0 0 bytes", limits);
        Assert.Contains("Max open files 64 64 files", limits);
        Assert.Contains("NoNewPrivs:\t1", status, StringComparison.Ordinal);
    }

    [Fact]
    public void An_honest_answer_arrives_as_it_was_sent()
    {
        var reply = new WorkerReply(null, Info with { DotsPerInch = 300, HasLocation = true }, new(2, 1, [1, 2, 3, 4, 5, 6]), Webp(), Webp());

        var received = WorkerReply.Of(reply.ToFrame(7), Request);

        Assert.Equal(reply.Info, received.Info);
        Assert.Equal(reply.Raster!.Rgb, received.Raster!.Rgb);
        Assert.Equal(Webp(), received.Display);
        Assert.Null(received.Rejection);
    }

    public static TheoryData<string> Lies => ["larger than asked", "display is a page", "display has words beside the picture", "thumbnail has a byte more", "parts do not add up", "format that does not exist", "reason that does not exist", "head too short", "head too long"];

    [Theory]
    [MemberData(nameof(Lies))]
    public void An_answer_that_cannot_be_is_not_believed(string lie)
    {
        var frame = Lie(lie);

        Assert.Throws<InvalidDataException>(() => WorkerReply.Of(frame, Request));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(0, int.MaxValue)]
    public async Task No_memory_is_taken_for_lengths_that_cannot_be(int head, int payload)
    {
        var bytes = new byte[16];
        "IPC1"u8.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), head);
        BitConverter.TryWriteBytes(bytes.AsSpan(12), payload);

        await Assert.ThrowsAsync<InvalidDataException>(() => Frame.ReadAsync(new MemoryStream(bytes), CancellationToken.None));
    }

    [Fact]
    public async Task A_frame_that_ends_too_early_is_no_frame()
    {
        using var pipe = new MemoryStream();
        await WorkerReply.Rejected(new(ImageRejectionReason.Corrupt, "why")).ToFrame(1).WriteAsync(pipe, CancellationToken.None);

        for (var kept = 1; kept < pipe.Length; kept++)
            await Assert.ThrowsAsync<EndOfStreamException>(() => Frame.ReadAsync(new MemoryStream(pipe.ToArray()[..kept]), CancellationToken.None));
    }

    private static Frame Lie(string lie)
    {
        var raster = new Raster(2, 1, [1, 2, 3, 4, 5, 6]);
        var honest = new WorkerReply(null, Info, raster, Webp(), Webp()).ToFrame(1);
        return lie switch
        {
            "larger than asked" => new WorkerReply(null, Info, new(11, 1, new byte[33]), Webp(), Webp()).ToFrame(1),
            "display is a page" => new WorkerReply(null, Info, raster, [.. "<script>alert(1)</script>"u8], Webp()).ToFrame(1),
            "display has words beside the picture" => new WorkerReply(null, Info, raster, WithWords(), Webp()).ToFrame(1),
            "thumbnail has a byte more" => new WorkerReply(null, Info, raster, Webp(), [.. Webp(), 1]).ToFrame(1),
            "parts do not add up" => honest with { Payload = honest.Payload[..^1] },
            "format that does not exist" => honest with { Head = Changed(honest.Head, 1, 99) },
            "reason that does not exist" => WorkerReply.Rejected(new(ImageRejectionReason.Corrupt, "")).ToFrame(1) with { Head = new byte[] { 0, 99, 0 } },
            "head too short" => honest with { Head = honest.Head[..^1] },
            "head too long" => honest with { Head = (byte[])[.. honest.Head.Span, 0] },
            _ => throw new ArgumentOutOfRangeException(nameof(lie)),
        };
    }

    private static byte[] Changed(ReadOnlyMemory<byte> head, int at, byte value)
    {
        var changed = head.ToArray();
        changed[at] = value;
        return changed;
    }

    private static byte[] Webp() => [.. "RIFF"u8, 16, 0, 0, 0, .. "WEBPVP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4];

    private static byte[] WithWords() => [.. "RIFF"u8, 28, 0, 0, 0, .. "WEBPVP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4, .. "EXIF"u8, 4, 0, 0, 0, .. "here"u8];
}
