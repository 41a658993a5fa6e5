namespace IpCenter.Imaging;

/// <summary>Limits and sizes. The defaults admit any camera's photo and no bomb.</summary>
public sealed record ImageReaderOptions
{
    /// <summary>The largest input, in bytes.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The most pixels, width times height.</summary>
    public long MaxPixels { get; init; } = 40_000_000;

    /// <summary>The longest side, in pixels. 16,383 is also the longest that WebP can hold.</summary>
    public int MaxSide { get; init; } = 16_384;

    /// <summary>
    /// The most bytes that the decoded image may take, width × height × channels × bytes per sample. Pixels alone do not bound
    /// it: 16-bit RGBA takes 8 bytes for each.
    /// </summary>
    public long MaxDecodedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The longest side of <see cref="NormalisedImage.Raster"/>, in pixels.</summary>
    public int RasterSide { get; init; } = 768;

    /// <summary>The longest side of <see cref="NormalisedImage.Display"/>, in pixels.</summary>
    public int DisplaySide { get; init; } = 1600;

    /// <summary>The longest side of <see cref="NormalisedImage.Thumbnail"/>, in pixels.</summary>
    public int ThumbnailSide { get; init; } = 320;

    /// <summary>How long a worker may work on one image, in processor time; then it is killed.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take for one image by the wall clock, on however busy a machine; then it is killed.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a worker may take to start, by the wall clock.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many worker processes there may be at once; further images wait.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 2);

    /// <summary>After how many images a worker is replaced by a fresh one.</summary>
    public int ImagesPerWorker { get; init; } = 500;

    /// <summary>Workers that had nothing to do for so long are ended; the next image starts one again (about 0.1 s).</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most memory that a worker may have on Linux (RLIMIT_DATA), in bytes.</summary>
    public long WorkerMemoryBytes { get; init; } = 1L << 30;

    /// <summary>
    /// The libvips to load: a path, or a name that the system's loader knows. Null: the environment variable
    /// <c>IPCENTER_LIBVIPS</c>, else the file beside the application, else the system's.
    /// </summary>
    public string? LibraryPath { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSide);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDecodedBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Workers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ImagesPerWorker);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(WorkerMemoryBytes);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Deadline, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LongestWait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StartDeadline, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleTimeout, TimeSpan.Zero);
        InRange(MaxBytes, 1, Worker.Frame.LongestPayload, nameof(MaxBytes));
        InRange(RasterSide, 1, ImageReader.LongestRasterSide, nameof(RasterSide));
        InRange(DisplaySide, 1, ImageReader.LongestRasterSide, nameof(DisplaySide));
        InRange(ThumbnailSide, 1, ImageReader.LongestRasterSide, nameof(ThumbnailSide));

        static void InRange(int value, int least, int most, string name)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        }
    }
}
