namespace IpCenter.Imaging.Decoding;

/// <summary>What an image may be, checked against its header before a pixel is decoded.</summary>
internal sealed record DecodeLimits(long MaxPixels, int MaxSide, long MaxDecodedBytes)
{
    public ImageRejection? Check(long width, long height, long bytesPerPixel)
    {
        if (Math.Max(width, height) > MaxSide)
            return new(ImageRejectionReason.TooLongSide, $"{width} x {height}: no side may be longer than {MaxSide}.");
        if (width * height > MaxPixels)
            return new(ImageRejectionReason.TooManyPixels, $"{width} x {height}: at most {MaxPixels} pixels.");
        if (width * height * bytesPerPixel > MaxDecodedBytes)
            return new(ImageRejectionReason.TooDeep, $"{width} x {height} at {bytesPerPixel} bytes: at most {MaxDecodedBytes} bytes.");
        return null;
    }
}
