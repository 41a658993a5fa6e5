using System.Text;
using IpCenter.Search.Index;

namespace IpCenter.Search.Text;

/// <summary>The words of a segment's texts and where each stands: an inverted index with positions, words in the order of their UTF-8 bytes.</summary>
internal sealed class WordTable
{
    private readonly SegmentFile _file;
    private readonly StringTable _words;

    public WordTable(SegmentFile file)
    {
        (_file, Count) = (file, Math.Max(0, file.Count<uint>(Section.WordStarts) - 1));
        _words = new StringTable(file, Section.Words, Count);
    }

    /// <summary>Distinct words.</summary>
    public int Count { get; }

    public StringTable Words => _words;

    public ReadOnlySpan<byte> this[int word] => _words.Bytes(word);

    /// <summary>Places of a word, ascending; none when it does not occur.</summary>
    public ReadOnlySpan<uint> PlacesOf(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        var at = Before(bytes, orPrefixed: false);
        return at < Count && _words.Bytes(at).SequenceEqual(bytes) ? PlacesOf(at, at + 1) : [];
    }

    /// <summary>The words that begin so: from the first to behind the last.</summary>
    public (int First, int End) StartingWith(string prefix)
    {
        var bytes = Encoding.UTF8.GetBytes(prefix);
        return (Before(bytes, orPrefixed: false), Before(bytes, orPrefixed: true));
    }

    /// <summary>Places of consecutive words; ascending within each word.</summary>
    public ReadOnlySpan<uint> PlacesOf(int first, int end)
    {
        if (first >= end)
            return [];
        var (from, to) = (_file.Span<uint>(Section.WordStarts, first, 1)[0], _file.Span<uint>(Section.WordStarts, end, 1)[0]);
        return _file.Span<uint>(Section.WordPlaces, checked((int)from), checked((int)(to - from)));
    }

    /// <summary>How many words come before the given bytes or, when asked, begin with them too.</summary>
    private int Before(ReadOnlySpan<byte> bytes, bool orPrefixed)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var word = _words.Bytes(middle);
            var order = orPrefixed ? word[..Math.Min(word.Length, bytes.Length)].SequenceCompareTo(bytes) : word.SequenceCompareTo(bytes);
            if (order < 0 || (orPrefixed && order == 0))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
