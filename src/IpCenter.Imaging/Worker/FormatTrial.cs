using IpCenter.Imaging.Decoding;
using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Worker;

/// <summary>Which formats this libvips really decodes.</summary>
internal static class FormatTrial
{
    public static IReadOnlyList<ImageFormat> Run() => [.. Enum.GetValues<ImageFormat>().Where(format => VipsOperation.Exists(ImageDecoder.LoaderOf(format)))];
}
