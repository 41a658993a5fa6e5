using IpCenter.Imaging.Decoding;
using IpCenter.Imaging.Worker;

namespace IpCenter.Imaging;

/// <summary>
/// Untrusted bytes → checked, normalised pixels and copies that are safe to show. Everything native happens in worker processes
/// with limits: no input can end, block or take over the process that calls this. Safe for concurrent use; one per application.
/// </summary>
/// <remarks>
/// Bytes that are no acceptable image are an answer, not an exception. Exceptions: <see cref="OperationCanceledException"/> and
/// <see cref="ObjectDisposedException"/>. Nothing is tried twice: an image that ended a worker would end the next one too.
/// </remarks>
public sealed class ImageReader : IAsyncDisposable
{
    /// <summary>The longest side that <see cref="ReadRasterAsync"/> makes, in pixels.</summary>
    public const int LongestRasterSide = 4096;

    private static readonly ImagingStatus NoWorker = new(false, null, null, [],
        $"IpCenter.Imaging.dll or the program dotnet was not found (looked in {AppContext.BaseDirectory}, beside the running runtime, "
        + "in DOTNET_HOST_PATH and DOTNET_ROOT).");

    private readonly ImageReaderOptions _options;
    private readonly DecodeLimits _limits;
    private readonly WorkerPool? _pool;

    /// <summary>Starts nothing yet: the first image does.</summary>
    public ImageReader(ImageReaderOptions options, TimeProvider clock)
        : this(options, clock, WorkerCommand.For(options))
    {
    }

    internal ImageReader(ImageReaderOptions options, TimeProvider clock, WorkerCommand? command)
    {
        options.Validate();
        _options = options;
        _limits = new(options.MaxPixels, options.MaxSide, options.MaxDecodedBytes);
        _pool = command is null ? null : new(options, command, clock);
    }

    /// <summary>The processes that decode now.</summary>
    internal IReadOnlyCollection<int> WorkerProcessIds => _pool?.ProcessIds ?? [];

    /// <summary>Decodes, measures and copies one image, or says why not.</summary>
    /// <param name="bytes">The file's content. Must not change until the task is done.</param>
    /// <param name="cancellation">Giving up costs the worker that was busy with it.</param>
    public async Task<ImageReading> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var reply = await AskAsync(bytes, _options.RasterSide, _options.DisplaySide, _options.ThumbnailSide, cancellation);
        return reply.Rejection is { } rejection
            ? ImageReading.Rejected(rejection)
            : ImageReading.Of(new(reply.Info!, reply.Raster!, reply.Display, reply.Thumbnail));
    }

    /// <summary>Decodes pixels only: faster, for searching. The checks are the same.</summary>
    /// <param name="bytes">The file's content. Must not change until the task is done.</param>
    /// <param name="longestSide">1 to <see cref="LongestRasterSide"/> pixels; smaller images are not enlarged.</param>
    /// <param name="cancellation">Giving up costs the worker that was busy with it.</param>
    public async Task<RasterReading> ReadRasterAsync(ReadOnlyMemory<byte> bytes, int longestSide, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestSide, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longestSide, LongestRasterSide);
        var reply = await AskAsync(bytes, longestSide, displaySide: 0, thumbnailSide: 0, cancellation);
        return reply.Rejection is { } rejection ? RasterReading.Rejected(rejection) : RasterReading.Of(reply.Raster!);
    }

    /// <summary>Starts a worker if none is there and tells what it found: for a start page, a health check, an administrator.</summary>
    public async Task<ImagingStatus> StatusAsync(CancellationToken cancellation)
    {
        if (_pool is null) return NoWorker;
        try
        {
            return await _pool.UseAsync((worker, _) => Task.FromResult(worker.Status), cancellation);
        }
        catch (WorkerFailedException e)
        {
            return new(false, null, null, [], e.Message);
        }
    }

    /// <summary>Ends the workers. Images that are being read end in <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_pool is not null) await _pool.DisposeAsync();
    }

    private async Task<WorkerReply> AskAsync(
        ReadOnlyMemory<byte> bytes, int rasterSide, int displaySide, int thumbnailSide, CancellationToken cancellation)
    {
        var (format, rejection) = FirstLook(bytes.Span);
        if (rejection is not null) return WorkerReply.Rejected(rejection);
        if (_pool is null) return WorkerReply.Rejected(new(ImageRejectionReason.Unavailable, NoWorker.WhatToInstall!));

        var request = new WorkerRequest(format, _limits, rasterSide, displaySide, thumbnailSide, bytes);
        try
        {
            return await _pool.UseAsync((worker, either) => AskAsync(worker, request, either), cancellation);
        }
        catch (WorkerFailedException e)
        {
            return WorkerReply.Rejected(new(ImageRejectionReason.Unavailable, e.Message));
        }
    }

    private async Task<WorkerReply> AskAsync(WorkerProcess worker, WorkerRequest request, CancellationToken cancellation)
    {
        if (!worker.Status.Available) return WorkerReply.Rejected(new(ImageRejectionReason.Unavailable, worker.Status.WhatToInstall ?? ""));
        try
        {
            return await worker.AskAsync(request, new(_options.Deadline, _options.LongestWait), cancellation);
        }
        catch (WorkerFailedException e)
        {
            return WorkerReply.Rejected(new(e.IsTooSlow ? ImageRejectionReason.TooSlow : ImageRejectionReason.WorkerCrashed, e.Message));
        }
    }

    /// <summary>What can be told here without decoding, in managed code.</summary>
    private (ImageFormat Format, ImageRejection? Rejection) FirstLook(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return (default, new(ImageRejectionReason.Empty, "No bytes."));
        if (bytes.Length > _options.MaxBytes)
            return (default, new(ImageRejectionReason.TooManyBytes, $"{bytes.Length} bytes: at most {_options.MaxBytes}."));

        var (format, refused) = ContentSniffer.Sniff(bytes);
        if (format == ImageFormat.Jpeg && JpegScans.Count(bytes) > JpegScans.Most)
            refused = new(ImageRejectionReason.TooSlow, $"More than {JpegScans.Most} scans.");
        return (format.GetValueOrDefault(), refused);
    }
}
