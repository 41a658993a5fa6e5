using IpCenter.Imaging.Decoding;
using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Worker;

/// <summary>One request inside the worker: decode, make the copies, or say why not.</summary>
internal static unsafe class ImageWork
{
    public static WorkerReply Answer(WorkerRequest request)
    {
        try
        {
            using var pin = request.Bytes.Pin();
            return request.IsRasterOnly
                ? RasterOnly(request, (byte*)pin.Pointer)
                : AllCopies(request, (byte*)pin.Pointer);
        }
        catch (ImageRejectedException e)
        {
            return WorkerReply.Rejected(e.Rejection);
        }
        catch (VipsException e)
        {
            return WorkerReply.Rejected(new(ReasonOf(e.Message), e.Message));
        }
    }

    private static WorkerReply RasterOnly(WorkerRequest request, byte* data)
    {
        var (info, image) = new ImageDecoder(request.Limits).Decode(data, request.Bytes.Length, request.Format, request.RasterSide);
        using (image) return new(null, info, RasterOf(image), [], []);
    }

    /// <summary>Each size is made from the next larger one: the colours are converted once, and all show the same.</summary>
    private static WorkerReply AllCopies(WorkerRequest request, byte* data)
    {
        var longest = Math.Max(request.RasterSide, request.DisplaySide);
        var (info, image) = new ImageDecoder(request.Limits).Decode(data, request.Bytes.Length, request.Format, longest);
        using var whole = image;
        using var display = ImageDecoder.Reduce(whole, request.DisplaySide);
        using var raster = ImageDecoder.Reduce(whole, request.RasterSide);
        using var thumbnail = ImageDecoder.Reduce(raster, request.ThumbnailSide);
        return new(null, info, RasterOf(raster), WebpEncoder.Encode(display), WebpEncoder.Encode(thumbnail));
    }

    private static Raster RasterOf(VipsImage image) => new(image.Width, image.Height, image.Pixels());

    /// <summary>libvips tells its errors apart only by words.</summary>
    private static ImageRejectionReason ReasonOf(string error) =>
        error.Contains("out of memory", StringComparison.OrdinalIgnoreCase) ? ImageRejectionReason.TooDeep
        // libjpeg's words for bytes where no marker can be.
        : error.Contains("Unsupported marker", StringComparison.OrdinalIgnoreCase) ? ImageRejectionReason.Corrupt
        : error.Contains("Unsupported", StringComparison.OrdinalIgnoreCase) || error.Contains("plugin", StringComparison.OrdinalIgnoreCase)
            ? ImageRejectionReason.UnsupportedFormat
        : ImageRejectionReason.Corrupt;
}
