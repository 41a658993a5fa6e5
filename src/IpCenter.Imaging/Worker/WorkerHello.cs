namespace IpCenter.Imaging.Worker;

/// <summary>The first frame of a worker: what it found on this machine.</summary>
internal static class WorkerHello
{
    public static Frame ToFrame(ImagingStatus status) => new(0, Frame.HeadOf(head =>
    {
        head.Write(status.Available);
        head.Write(status.Library ?? "");
        head.Write(status.Version ?? "");
        head.Write(status.WhatToInstall ?? "");
        head.Write((byte)status.Formats.Count);
        foreach (var format in status.Formats) head.Write((byte)format);
    }), ReadOnlyMemory<byte>.Empty);

    public static ImagingStatus Of(Frame frame) => frame.ReadHead(head =>
    {
        var available = head.ReadBoolean();
        var (library, version, install) = (Text(head), Text(head), Text(head));
        var formats = new ImageFormat[head.ReadByte()];
        for (var i = 0; i < formats.Length; i++) formats[i] = (ImageFormat)head.ReadByte();
        return new ImagingStatus(available, library, version, formats, install);
    });

    private static string? Text(BinaryReader head) => head.ReadString() is { Length: > 0 } text ? text : null;
}
