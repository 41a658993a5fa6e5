using System.Numerics;
using System.Numerics.Tensors;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Index;

/// <summary>
/// Where the list of each visual word lies. A small segment names the words that it has and where their lists begin; a large one has
/// the length of every list.
/// </summary>
internal sealed class ListTable(SegmentFile file)
{
    /// <summary>With more words than these, an entry for every one takes no more place.</summary>
    private const int MostNamed = 16_384;

    private readonly bool _isNamed = file.Count<ushort>(Section.ListLengths) == 0;

    // Made whole when it is first asked for: a query asks tens of thousands of times.
    private readonly Lazy<int[]> _starts = new(() => Starts(file.Span<ushort>(Section.ListLengths)));

    /// <summary>The list of a word among the postings.</summary>
    public (int Start, int Count) this[int word]
    {
        get
        {
            if (_isNamed)
                return Named(word);
            var starts = _starts.Value;
            return (starts[word], starts[word + 1] - starts[word]);
        }
    }

    private (int Start, int Count) Named(int word)
    {
        var at = file.Span<ushort>(Section.ListWords).BinarySearch((ushort)word);
        if (at < 0)
            return (0, 0);
        var starts = file.Span<int>(Section.ListStarts, at, 2);
        return (starts[0], starts[1] - starts[0]);
    }

    public static int[] Count(IEnumerable<ushort> words)
    {
        var counts = new int[VisualVocabulary.Words];
        foreach (var word in words)
            counts[word]++;
        return counts;
    }

    public static void Write(SegmentFileWriter writer, int[] counts)
    {
        var named = new List<ushort>();
        for (var word = 0; word < counts.Length; word++)
            if (counts[word] > 0)
                named.Add((ushort)word);
        // A list of more than 16 bits can only be named.
        if (named.Count <= MostNamed || TensorPrimitives.Max<int>(counts) > ushort.MaxValue)
        {
            writer.Write<ushort>(Section.ListWords, [.. named]);
            writer.Write<int>(Section.ListStarts, Starts<int>([.. named.Select(word => counts[word])]));
            return;
        }
        writer.Write<ushort>(Section.ListLengths, [.. counts.Select(count => (ushort)count)]);
    }

    /// <summary>Where each list begins, and where the last ends.</summary>
    private static int[] Starts<T>(ReadOnlySpan<T> lengths)
        where T : IBinaryInteger<T>
    {
        var starts = new int[lengths.Length + 1];
        for (var at = 0; at < lengths.Length; at++)
            starts[at + 1] = checked(starts[at] + int.CreateChecked(lengths[at]));
        return starts;
    }
}
