using System.Text;
using IpCenter.Imaging.Libvips;
using IpCenter.Imaging.Tests.Files;

namespace IpCenter.Imaging.Tests;

/// <summary>
/// The second wall, behind the look at the first bytes: libvips itself refuses every loader that is not on the list. The library
/// is loaded into the test's own process here, as the worker does; all bytes are the test's.
/// </summary>
public sealed class BlockListTests
{
    private static readonly VipsLibrary? Library = VipsLibrary.Load(Environment.GetEnvironmentVariable(VipsLibrary.PathVariable), out _);

    public static TheoryData<string, string> Blocked => new()
    {
        { "svgload_buffer", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>" },
        { "pdfload_buffer", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj trailer<</Root 1 0 R>>" },
        { "magickload_buffer", "push graphic-context\nviewbox 0 0 9 9\npop graphic-context" },
        { "radload_buffer", "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n0000" },
        { "ppmload_buffer", "P6 1 1 255\n000" },
        { "jp2kload_buffer", "\0\0\0\u000cjP  " },
        { "jxlload_buffer", "\u00ff\u000a" },
        { "dcrawload_buffer", "II*\0" },
        { "uhdrload_buffer", "\u00ff\u00d8" },
    };

    [Theory]
    [MemberData(nameof(Blocked))]
    public unsafe void A_loader_that_is_not_on_the_list_is_absent_or_blocked(string loader, string content)
    {
        Assert.NotNull(Library);
        if (!VipsOperation.Exists(loader)) return;
        var bytes = Encoding.Latin1.GetBytes(content);

        fixed (byte* data = bytes)
        {
            using var operation = new VipsOperation(loader);
            operation.Set("buffer", data, bytes.Length);
            var refusal = Assert.Throws<VipsException>(() => operation.Image().Dispose());
            Assert.Contains("blocked", refusal.Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public unsafe void A_loader_that_is_on_the_list_loads()
    {
        Assert.NotNull(Library);
        var bytes = new PngFile(40, 30).ToBytes();

        fixed (byte* data = bytes)
        {
            using var operation = new VipsOperation("pngload_buffer");
            using var image = operation.Set("buffer", data, bytes.Length).Image();
            Assert.Equal((40, 30), (image.Width, image.Height));
        }
    }
}
