using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IpCenter.Search.Index;

/// <summary>
/// A segment file, mapped. Opening reads its end; every block is compared with its checksum before the first use of its bytes, so
/// that a changed byte gives an exception and never an answer.
/// </summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly MappedFile _file;
    // By number: a query asks for sections tens of thousands of times.
    private readonly (long Offset, long Length)[] _directory = new (long Offset, long Length)[1 + (int)Enum.GetValues<Section>().Max()];
    private readonly ulong[] _checksums;
    private readonly int[] _checked;
    private readonly long _end;
    private volatile bool _isChecked;

    /// <exception cref="IndexDamagedException">Missing, torn, changed at its end, or of another version.</exception>
    public SegmentFile(string path)
    {
        Name = Path.GetFileName(path);
        _file = Map(path);
        try
        {
            (_end, _checksums) = ReadTail();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
        _checked = new int[(_checksums.Length + 31) / 32];
    }

    public string Name { get; }

    /// <summary>In bytes.</summary>
    public long Length => _file.Length;

    /// <summary>How many values of a type a section has; 0 for one that is not there.</summary>
    public int Count<T>(Section section) where T : unmanaged =>
        checked((int)(_directory[(int)section].Length / Unsafe.SizeOf<T>()));

    /// <summary>A whole section; empty for one that is not there.</summary>
    /// <exception cref="IndexDamagedException">Its bytes were changed.</exception>
    public ReadOnlySpan<T> Span<T>(Section section) where T : unmanaged => Span<T>(section, 0, Count<T>(section));

    /// <summary>Values of a section.</summary>
    /// <exception cref="IndexDamagedException">Their bytes were changed.</exception>
    public ReadOnlySpan<T> Span<T>(Section section, int start, int count) where T : unmanaged
    {
        if (count == 0)
            return [];
        var (offset, length) = _directory[(int)section];
        var from = offset + (long)start * Unsafe.SizeOf<T>();
        var bytes = (long)count * Unsafe.SizeOf<T>();
        if (start < 0 || from + bytes > offset + length)
            throw new IndexDamagedException(Name, $"section {section} ends before value {start + (long)count}");
        if (!_isChecked)
            Check(from, bytes);
        return _file.Span<T>(from, count);
    }

    /// <summary>Compares every block with its checksum.</summary>
    /// <exception cref="IndexDamagedException">One was changed.</exception>
    public void CheckAll(CancellationToken cancellation)
    {
        for (var block = 0; block < _checksums.Length && !_isChecked; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckBlock(block);
        }
        _isChecked = true;
    }

    /// <summary>Forgets what was compared, so that <see cref="CheckAll"/> reads everything again.</summary>
    public void Forget()
    {
        _isChecked = false;
        Array.Clear(_checked);
    }

    public void Dispose() => _file.Dispose();

    private static MappedFile Map(string path)
    {
        try
        {
            return new MappedFile(path);
        }
        catch (FileNotFoundException)
        {
            throw new IndexDamagedException(Path.GetFileName(path), "missing");
        }
        catch (IOException e)
        {
            throw new IndexDamagedException(Path.GetFileName(path), e.Message);
        }
    }

    private (long End, ulong[] Checksums) ReadTail()
    {
        const int fixedBytes = SegmentFileWriter.TrailerBytes - SHA256.HashSizeInBytes;
        if (_file.Length < SegmentFileWriter.TrailerBytes)
            throw new IndexDamagedException(Name, "torn");
        var trailer = _file.Span<byte>(_file.Length - SegmentFileWriter.TrailerBytes, SegmentFileWriter.TrailerBytes);
        var end = MemoryMarshal.Read<long>(trailer);
        var (sections, blocks, magic) = (MemoryMarshal.Read<int>(trailer[8..]), MemoryMarshal.Read<int>(trailer[12..]), MemoryMarshal.Read<uint>(trailer[16..]));
        if (magic != SegmentFileWriter.Magic || end < 0 || sections < 0 || blocks < 0
            || end + sections * 24L + blocks * 8L + SegmentFileWriter.TrailerBytes != _file.Length)
            throw new IndexDamagedException(Name, "torn, or of another version");
        var tail = _file.Span<byte>(end, sections * 24 + blocks * 8 + fixedBytes);
        if (!SHA256.HashData(tail).AsSpan().SequenceEqual(trailer[fixedBytes..]))
            throw new IndexDamagedException(Name, "its checksum does not fit");
        for (var i = 0; i < sections; i++)
        {
            var entry = MemoryMarshal.Cast<byte, long>(tail.Slice(i * 24, 24));
            if (entry[0] > 0 && entry[0] < _directory.Length)
                _directory[entry[0]] = (entry[1], entry[2]);
        }
        return (end, MemoryMarshal.Cast<byte, ulong>(tail.Slice(sections * 24, blocks * 8)).ToArray());
    }

    private void Check(long offset, long length)
    {
        var last = (int)((offset + length - 1) / SegmentFileWriter.BlockBytes);
        for (var block = (int)(offset / SegmentFileWriter.BlockBytes); block <= last; block++)
            CheckBlock(block);
    }

    private void CheckBlock(int block)
    {
        var (word, bit) = (block / 32, 1 << (block % 32));
        if ((Volatile.Read(ref _checked[word]) & bit) != 0)
            return;
        var offset = block * (long)SegmentFileWriter.BlockBytes;
        var bytes = _file.Span<byte>(offset, (int)Math.Min(SegmentFileWriter.BlockBytes, _end - offset));
        if (SegmentFileWriter.ChecksumOf(bytes) != _checksums[block])
            throw new IndexDamagedException(Name, $"the checksum of the block at byte {offset} does not fit");
        Interlocked.Or(ref _checked[word], bit);
    }
}
