using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IpCenter.Search.Index;

/// <summary>
/// Writes one immutable file of sections, one after the other. Behind them stand the directory of the sections, a checksum of every
/// block, and a SHA-256 over both: opening needs the end of the file alone, and a block is checked when it is first used.
/// </summary>
internal sealed class SegmentFileWriter : IDisposable
{
    public const uint Magic = 0x32535049;

    public const int BlockBytes = 128 * 1024, Alignment = 64, TrailerBytes = 64;

    private readonly FileStream _file;
    private readonly List<(Section Section, long Offset, long Length)> _directory = [];
    private readonly List<ulong> _checksums = [];
    private readonly byte[] _block = new byte[BlockBytes];
    private int _filled;
    private long _sectionStart;
    private Section? _section;

    public SegmentFileWriter(string path) => _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);

    private long Position => _checksums.Count * (long)BlockBytes + _filled;

    public void Begin(Section section)
    {
        End();
        Span<byte> zeros = stackalloc byte[Alignment];
        zeros.Clear();
        Put(zeros[..(int)((Alignment - Position % Alignment) % Alignment)]);
        (_section, _sectionStart) = (section, Position);
    }

    public void Append<T>(ReadOnlySpan<T> values) where T : unmanaged => Put(MemoryMarshal.AsBytes(values));

    public void Write<T>(Section section, ReadOnlySpan<T> values) where T : unmanaged
    {
        Begin(section);
        Append(values);
    }

    /// <summary>Ends the file and flushes it to the disk.</summary>
    public void Finish()
    {
        End();
        if (_filled > 0)
            EndBlock();
        var end = _file.Position;
        using var tail = new MemoryStream();
        using var writer = new BinaryWriter(tail);
        foreach (var (section, offset, length) in _directory)
        {
            writer.Write((long)section);
            writer.Write(offset);
            writer.Write(length);
        }
        foreach (var checksum in _checksums)
            writer.Write(checksum);
        writer.Write(end);
        writer.Write(_directory.Count);
        writer.Write(_checksums.Count);
        writer.Write(Magic);
        writer.Write(0);
        writer.Write(0L);
        writer.Flush();
        var bytes = tail.ToArray();
        _file.Write(bytes);
        _file.Write(SHA256.HashData(bytes));
        _file.Flush(flushToDisk: true);
    }

    public static ulong ChecksumOf(ReadOnlySpan<byte> block)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(block, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    public void Dispose() => _file.Dispose();

    private void End()
    {
        if (_section is { } section)
            _directory.Add((section, _sectionStart, Position - _sectionStart));
        _section = null;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, BlockBytes - _filled)];
            part.CopyTo(_block.AsSpan(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
            if (_filled == BlockBytes)
                EndBlock();
        }
    }

    private void EndBlock()
    {
        _file.Write(_block, 0, _filled);
        _checksums.Add(ChecksumOf(_block.AsSpan(0, _filled)));
        _filled = 0;
    }
}
