using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Decoding;

/// <summary>
/// Re-encodes pixels for the screen. What a browser receives is always one of these copies: an original can be an image and a
/// web page at once, these bytes are ours from the first to the last.
/// </summary>
internal static class WebpEncoder
{
    private const int Quality = 82;

    /// <remarks>
    /// libvips before 8.15 ignores "strip" for WebP and copies EXIF, XMP and the colour profile into the file
    /// (https://github.com/libvips/libvips/issues/3340), so they are taken out here, whatever the version.
    /// </remarks>
    public static byte[] Encode(VipsImage image)
    {
        using var operation = new VipsOperation("webpsave_buffer");
        operation.Set("in", image).Set("Q", Quality).Set("effort", 2);
        return WebpContainer.PictureOnly(operation.Buffer());
    }
}
