using IpCenter.Imaging.Decoding;

namespace IpCenter.Imaging.Worker;

/// <summary>One image to decode. With a display side of 0 only the raster is made.</summary>
internal sealed record WorkerRequest(
    ImageFormat Format,
    DecodeLimits Limits,
    int RasterSide,
    int DisplaySide,
    int ThumbnailSide,
    ReadOnlyMemory<byte> Bytes)
{
    public bool IsRasterOnly => DisplaySide == 0;

    public Frame ToFrame(uint number) => new(number, Frame.HeadOf(head =>
    {
        head.Write((byte)Format);
        head.Write(Limits.MaxPixels);
        head.Write(Limits.MaxSide);
        head.Write(Limits.MaxDecodedBytes);
        head.Write(RasterSide);
        head.Write(DisplaySide);
        head.Write(ThumbnailSide);
    }), Bytes);

    public static WorkerRequest Of(Frame frame) => frame.ReadHead(head => new WorkerRequest(
        (ImageFormat)head.ReadByte(),
        new DecodeLimits(head.ReadInt64(), head.ReadInt32(), head.ReadInt64()),
        head.ReadInt32(),
        head.ReadInt32(),
        head.ReadInt32(),
        frame.Payload));
}
