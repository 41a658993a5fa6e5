using System.Buffers.Binary;

namespace IpCenter.Casework.Imports;

/// <summary>
/// What an archive says of its own list of entries (APPNOTE.TXT 4.3.14 to 4.3.16), looked at before the list is read: a
/// hostile archive can name more entries than memory holds.
/// </summary>
internal static class ArchiveDirectory
{
    private const uint EndMark = 0x06054B50, WideMark = 0x06064B50, WideLocatorMark = 0x07064B50;
    private const int EndLength = 22, LongestComment = 65535, LocatorLength = 20, WideLength = 56;

    /// <summary>How many entries there are and how many bytes their list takes at most; <c>null</c>: this is no archive.</summary>
    public static (long Entries, long ListBytes)? Read(FileStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + LongestComment + LocatorLength)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndMark)
                continue;
            long entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            if (entries != ushort.MaxValue && start != uint.MaxValue)
                return (entries, file.Length - start);
            return at >= LocatorLength && Wide(file, tail.AsSpan(at - LocatorLength)) is { } wide ? wide : (entries, file.Length - start);
        }
        return null;
    }

    private static (long Entries, long ListBytes)? Wide(FileStream file, ReadOnlySpan<byte> locator)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != WideLocatorMark)
            return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (at < 0 || at > file.Length - WideLength)
            return null;
        var end = new byte[WideLength];
        file.Position = at;
        file.ReadExactly(end);
        return BinaryPrimitives.ReadUInt32LittleEndian(end) != WideMark ? null
            : (BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(32)), file.Length - BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)));
    }
}
