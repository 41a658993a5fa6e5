using IpCenter.Imaging.Decoding;
using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// Which formats this libvips really decodes. That the loader is there says enough, except for HEIF: its loader is there
/// whichever codecs libheif was built with, and reads the header of a file that it then cannot decode.
/// </summary>
internal static unsafe class FormatTrial
{
    /// <summary>16 × 16 gray pixels, as AV1 and as HEVC.</summary>
    private static readonly byte[] Avif = Convert.FromBase64String(
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAA"
        + "AAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAFgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABL"
        + "aXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAAEAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAA"
        + "AAABAAEEgYIDhAAAAB5tZGF0EgAKCRgM/9ggQEDQgDIHH5AAAEAAaA==");

    private static readonly byte[] Heic = Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAA"
        + "AAACAAAAEGlkYXQAAAAAABAAEAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAIAACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYA"
        + "AAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe"
        + "8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFluqumubgQEDAgAAAAwCAAAAD"
        + "AIQiAAEABkQBwXPBiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAEAAAABAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAA"
        + "AgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAChtZGF0AAAAHCgBrwUSEczg+gO958fohZivu2VYo5lcYJNTt4A=");

    public static IReadOnlyList<ImageFormat> Run() => [.. Enum.GetValues<ImageFormat>().Where(Reads)];

    private static bool Reads(ImageFormat format) => format switch
    {
        ImageFormat.Avif => Decodes(Avif, format),
        ImageFormat.Heic => Decodes(Heic, format),
        _ => VipsOperation.Exists(ImageDecoder.LoaderOf(format)),
    };

    private static bool Decodes(byte[] sample, ImageFormat format)
    {
        try
        {
            fixed (byte* data = sample)
            {
                var (_, image) = new ImageDecoder(new(4096, 64, 65536)).Decode(data, sample.Length, format, 16);
                image.Dispose();
            }

            return true;
        }
        catch (Exception e) when (e is VipsException or ImageRejectedException)
        {
            return false;
        }
    }
}
