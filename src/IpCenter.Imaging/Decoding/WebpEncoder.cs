using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Decoding;

/// <summary>
/// Re-encodes pixels for the screen. What a browser receives is always one of these copies: an original can be an image and a
/// web page at once, these bytes are ours from the first to the last.
/// </summary>
internal static class WebpEncoder
{
    private const int Quality = 82;

    public static byte[] Encode(VipsImage image)
    {
        using var operation = new VipsOperation("webpsave_buffer");
        operation.Set("in", image).Set("Q", Quality).Set("effort", 2);
        // libvips 8.15 renamed the argument that leaves metadata out.
        var renamed = VipsNative.vips_version(0) > 8 || (VipsNative.vips_version(0) == 8 && VipsNative.vips_version(1) >= 15);
        operation.Set(renamed ? "keep" : "strip", renamed ? "none" : "true");
        return operation.Buffer();
    }
}
