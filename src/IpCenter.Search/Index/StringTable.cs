using System.Text;

namespace IpCenter.Search.Index;

/// <summary>Texts in one section: where each begins, and their UTF-8 bytes behind.</summary>
internal readonly struct StringTable(SegmentFile file, Section section, int count)
{
    public int Count => count;

    public string this[int index] => Encoding.UTF8.GetString(Bytes(index));

    public ReadOnlySpan<byte> Bytes(int index)
    {
        var ends = file.Span<uint>(section, index, 2);
        return file.Span<byte>(section, checked((int)ends[0]), checked((int)(ends[1] - ends[0])));
    }

    /// <summary>The section as it is, for looking through all of it: a text lies from its entry in <see cref="Starts"/> to the next one.</summary>
    public ReadOnlySpan<byte> Section => file.Span<byte>(section);

    public ReadOnlySpan<uint> Starts => file.Span<uint>(section, 0, count == 0 ? 0 : count + 1);

    public static void Write(SegmentFileWriter writer, Section section, IEnumerable<string> texts, int count)
    {
        var starts = new uint[count + 1];
        var at = checked((uint)(starts.Length * sizeof(uint)));
        foreach (var (index, text) in texts.Index())
        {
            starts[index] = at;
            at = checked(at + (uint)Encoding.UTF8.GetByteCount(text));
        }
        starts[count] = at;
        writer.Write<uint>(section, starts);
        foreach (var text in texts)
            writer.Append<byte>(Encoding.UTF8.GetBytes(text));
    }
}
