using System.Buffers.Binary;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// One message on the pipe between the application and its worker: magic, number, two lengths (little-endian, 4 bytes each),
/// the head, the payload. The number ties an answer to its question.
/// </summary>
internal sealed record Frame(uint Number, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Payload)
{
    private const uint Magic = 0x31435049;
    private const int PrefixLength = 16;
    private const int LongestHead = 64 * 1024;

    /// <summary>Longer than any input or raster; a larger length is garbage, and nothing is allocated for it.</summary>
    public const int LongestPayload = 192 * 1024 * 1024;

    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        var start = new byte[PrefixLength + Head.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(start, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(start.AsSpan(4), Number);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(8), Head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(12), Payload.Length);
        Head.CopyTo(start.AsMemory(PrefixLength));
        await stream.WriteAsync(start, cancellation);
        await stream.WriteAsync(Payload, cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>
    /// Null at the end of the stream. Throws <see cref="InvalidDataException"/> or <see cref="EndOfStreamException"/> for
    /// anything that is not a whole frame.
    /// </summary>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var prefix = new byte[PrefixLength];
        var read = await stream.ReadAtLeastAsync(prefix, PrefixLength, throwOnEndOfStream: false, cancellation);
        if (read == 0) return null;
        if (read < PrefixLength) throw new EndOfStreamException();

        var number = BinaryPrimitives.ReadUInt32LittleEndian(prefix.AsSpan(4));
        var headLength = BinaryPrimitives.ReadInt32LittleEndian(prefix.AsSpan(8));
        var payloadLength = BinaryPrimitives.ReadInt32LittleEndian(prefix.AsSpan(12));
        if (BinaryPrimitives.ReadUInt32LittleEndian(prefix) != Magic
            || headLength is < 0 or > LongestHead
            || payloadLength is < 0 or > LongestPayload)
            throw new InvalidDataException("The other side wrote something that is no frame.");

        var head = new byte[headLength];
        await stream.ReadExactlyAsync(head, cancellation);
        var payload = GC.AllocateUninitializedArray<byte>(payloadLength);
        await stream.ReadExactlyAsync(payload, cancellation);
        return new(number, head, payload);
    }

    /// <summary>A head, written field by field.</summary>
    public static byte[] HeadOf(Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        write(writer);
        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>Reads the head; one that ends too early or late, or holds what cannot be, is <see cref="InvalidDataException"/>.</summary>
    public T ReadHead<T>(Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new MemoryStream(Head.ToArray()));
        try
        {
            var value = read(reader);
            return reader.BaseStream.Position == Head.Length ? value : throw new InvalidDataException("The head is too long.");
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The head is malformed.", e);
        }
    }
}
