using IpCenter.Imaging.Tests.Files;
using IpCenter.Testing;

namespace IpCenter.Imaging.Tests;

/// <summary>libvips from npm or from the system, both or neither: the same pictures, or plain words about what is missing.</summary>
public sealed class LibraryTests
{
    /// <summary>What a machine may have: the file beside the application (or the named one), and the system's.</summary>
    private static readonly string?[] Sources = [null, OperatingSystem.IsMacOS() ? "libvips.42.dylib" : "libvips.so.42"];

    [Fact]
    public async Task Every_library_on_this_machine_reads_the_same_picture_alike()
    {
        var drawn = Drawn();
        var expected = ImageMeasures.Measure(drawn);
        var read = 0;
        foreach (var source in Sources)
        {
            await using var reader = new ImageReader(new ImageReaderOptions { LibraryPath = source }, TimeProvider.System);
            if (!(await reader.StatusAsync(CancellationToken.None)).Available) continue;
            read++;

            foreach (var file in new[] { Pictures.Png(drawn.Width, drawn.Height, drawn.Rgb), Jpeg(drawn, null), Jpeg(drawn, laterScans: 12) })
            {
                var reading = await reader.ReadAsync(file, CancellationToken.None);

                Assert.True(reading.IsAccepted, reading.Rejection?.Detail);
                var raster = reading.Image.Raster;
                Assert.Equal((768, 576), (raster.Width, raster.Height));
                Assert.True(Fingerprint.Of(drawn).IsSameViewAs(Fingerprint.Of(raster)));
                AssertAlike(expected, drawn, ImageMeasures.Measure(raster), raster);
            }
        }

        Assert.True(read > 0, "This machine has no libvips: build where Node.js is installed, or install the system's.");
    }

    [Theory]
    [InlineData("/nowhere/libvips.so.42")]
    [InlineData("libc.so.6")]
    public async Task Without_a_library_the_status_says_what_to_install_and_pictures_are_refused_in_words(string path)
    {
        await using var reader = new ImageReader(new ImageReaderOptions { LibraryPath = path }, TimeProvider.System);

        var status = await reader.StatusAsync(CancellationToken.None);
        var reading = await reader.ReadAsync(new PngFile(40, 30).ToBytes(), CancellationToken.None);
        var svg = await reader.ReadAsync("<svg/>"u8.ToArray(), CancellationToken.None);

        Assert.False(status.Available);
        Assert.Empty(status.Formats);
        Assert.Contains(path, status.WhatToInstall, StringComparison.Ordinal);
        Assert.Contains("apt-get install --no-install-recommends libvips42", status.WhatToInstall, StringComparison.Ordinal);
        Assert.Contains("Node.js", status.WhatToInstall, StringComparison.Ordinal);
        Assert.Equal(ImageRejectionReason.Unavailable, reading.Rejection?.Reason);
        Assert.Equal(ImageRejectionReason.UnsupportedFormat, svg.Rejection?.Reason);
    }

    /// <summary>So that what is installed later is found without a restart.</summary>
    [Fact]
    public async Task A_worker_that_found_no_library_is_not_kept()
    {
        await using var reader = new ImageReader(new ImageReaderOptions { LibraryPath = "/nowhere/libvips.so.42" }, TimeProvider.System);

        await reader.StatusAsync(CancellationToken.None);

        Assert.Empty(reader.WorkerProcessIds);
    }

    [Fact]
    public async Task Without_a_worker_the_status_says_what_was_looked_for()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System, command: null);

        var status = await reader.StatusAsync(CancellationToken.None);
        var reading = await reader.ReadAsync(new PngFile(40, 30).ToBytes(), CancellationToken.None);

        Assert.False(status.Available);
        Assert.Contains("dotnet", status.WhatToInstall, StringComparison.Ordinal);
        Assert.Equal(ImageRejectionReason.Unavailable, reading.Rejection?.Reason);
    }

    [Fact]
    public async Task The_status_names_the_library_and_every_format_that_it_reads()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);

        var status = await reader.StatusAsync(CancellationToken.None);

        Assert.True(status.Available, status.WhatToInstall);
        Assert.True(Version.Parse(status.Version!) >= new Version(8, 13));
        Assert.Contains("vips", status.Library, StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<ImageFormat> { ImageFormat.Jpeg, ImageFormat.Png, ImageFormat.Webp, ImageFormat.Tiff, ImageFormat.Gif, ImageFormat.Avif },
            status.Formats.ToHashSet());
    }

    private static void AssertAlike(ImageMeasurement expected, Raster drawn, ImageMeasurement measured, Raster raster)
    {
        var scale = raster.Width / (double)drawn.Width;
        Assert.True(measured.IsSegmented);
        Assert.Equal(expected.ProductShare, measured.ProductShare, 0.01);
        Assert.Equal(expected.BackgroundUniformity, measured.BackgroundUniformity, 0.02);
        Assert.InRange(measured.ProductBox.Left, expected.ProductBox.Left * scale - 3, expected.ProductBox.Left * scale + 3);
        Assert.InRange(measured.ProductBox.Bottom, expected.ProductBox.Bottom * scale - 3, expected.ProductBox.Bottom * scale + 3);
        Assert.Equal(expected.TouchedSides, measured.TouchedSides);
        Assert.InRange(measured.Background.Red, expected.Background.Red - 2, expected.Background.Red + 2);
    }

    /// <summary>A product of 12 × 9 coloured tiles on light gray, four times as large as a raster at most.</summary>
    private static Raster Drawn()
    {
        const int Width = 1600, Height = 1200, Tile = 80;
        var rgb = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (column, row) = (x / Tile, y / Tile);
                var isProduct = column is >= 4 and < 16 && row is >= 3 and < 12;
                var at = 3 * (y * Width + x);
                (rgb[at], rgb[at + 1], rgb[at + 2]) = isProduct
                    ? ((byte)(60 + column * 41 % 130), (byte)(40 + row * 67 % 150), (byte)(30 + (column + row) * 29 % 170))
                    : ((byte)236, (byte)236, (byte)236);
            }

        return new(Width, Height, rgb);
    }

    private static byte[] Jpeg(Raster drawn, int? laterScans) => new JpegFile(drawn.Width, drawn.Height)
    {
        LaterScans = laterScans,
        Stored = (x, y) => drawn.At(x, y) is var (red, green, blue) ? JpegFile.YCbCr(red, green, blue) : [],
    }.ToBytes();
}
