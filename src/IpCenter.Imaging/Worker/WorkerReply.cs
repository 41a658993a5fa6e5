using IpCenter.Imaging.Decoding;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// The worker's answer: a refusal, or the image. <see cref="Of"/> believes nothing: the worker may have been taken over by the
/// image that it decoded, so every number is checked before it is used.
/// </summary>
internal sealed record WorkerReply(ImageRejection? Rejection, ImageInfo? Info, Raster? Raster, byte[] Display, byte[] Thumbnail)
{
    public static WorkerReply Rejected(ImageRejection rejection) => new(rejection, null, null, [], []);

    public Frame ToFrame(uint number)
    {
        if (Rejection is { } rejection)
            return new(number, Frame.HeadOf(head =>
            {
                head.Write(false);
                head.Write((byte)rejection.Reason);
                head.Write(rejection.Detail.Length <= 2000 ? rejection.Detail : rejection.Detail[..2000]);
            }), ReadOnlyMemory<byte>.Empty);

        var (info, raster) = (Info!, Raster!);
        return new(number, Frame.HeadOf(head =>
        {
            head.Write(true);
            Write(head, info);
            head.Write(raster.Width);
            head.Write(raster.Height);
            head.Write(Display.Length);
            head.Write(Thumbnail.Length);
        }), (byte[])[.. raster.Rgb, .. Display, .. Thumbnail]);
    }

    public static WorkerReply Of(Frame frame, WorkerRequest request) => frame.ReadHead(head =>
    {
        if (!head.ReadBoolean()) return Rejected(new(Defined<ImageRejectionReason>(head.ReadByte()), head.ReadString()));

        var info = ReadInfo(head);
        var (width, height) = (Side(head.ReadInt32(), request.RasterSide), Side(head.ReadInt32(), request.RasterSide));
        var (display, thumbnail) = (head.ReadInt32(), head.ReadInt32());
        var samples = 3 * width * height;
        if (display < 0 || thumbnail < 0 || (long)samples + display + thumbnail != frame.Payload.Length)
            throw new InvalidDataException("The parts of the answer do not add up.");

        var payload = frame.Payload.Span;
        return new WorkerReply(
            null,
            info,
            new Raster(width, height, payload[..samples].ToArray()),
            Webp(payload.Slice(samples, display)),
            Webp(payload.Slice(samples + display, thumbnail)));
    });

    private static void Write(BinaryWriter head, ImageInfo info)
    {
        head.Write((byte)info.Format);
        head.Write(info.Width);
        head.Write(info.Height);
        head.Write(info.Pages);
        head.Write(info.DotsPerInch ?? double.NaN);
        head.Write(info.IsGray);
        head.Write(info.HasAlpha);
        head.Write(info.HasColourProfile);
        head.Write(info.HasLocation);
    }

    private static ImageInfo ReadInfo(BinaryReader head) => new(
        Defined<ImageFormat>(head.ReadByte()),
        Side(head.ReadInt32(), int.MaxValue),
        Side(head.ReadInt32(), int.MaxValue),
        Side(head.ReadInt32(), int.MaxValue),
        head.ReadDouble() is var density && double.IsFinite(density) && density > 0 ? density : null,
        head.ReadBoolean(),
        head.ReadBoolean(),
        head.ReadBoolean(),
        head.ReadBoolean());

    private static int Side(int value, int longest) =>
        value >= 1 && value <= longest ? value : throw new InvalidDataException($"{value} is not between 1 and {longest}.");

    private static T Defined<T>(byte value) where T : struct, Enum =>
        (T)Enum.ToObject(typeof(T), value) is var named && Enum.IsDefined(named)
            ? named
            : throw new InvalidDataException($"{value} is no {typeof(T).Name}.");

    private static byte[] Webp(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty || WebpContainer.IsPictureOnly(bytes)
            ? bytes.ToArray()
            : throw new InvalidDataException("A copy for the screen is not a WebP picture alone.");
}
