using System.Runtime.InteropServices;
using System.Text;
using IpCenter.Search.Index;

namespace IpCenter.Search.Text;

/// <summary>Writes the words of a segment: of new documents from their texts, of merged ones from the tables of the sources.</summary>
internal static class WordTableWriter
{
    public static void Write(SegmentFileWriter writer, IReadOnlyList<DocumentFields> documents)
    {
        var placesOf = new Dictionary<string, List<uint>>(StringComparer.Ordinal);
        foreach (var (number, document) in documents.Index())
            for (var field = 0; field < TextFields.All.Count; field++)
                foreach (var token in Tokenizer.Tokens(TextFields.TextOf(document, field)))
                {
                    ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(placesOf, token.Text, out _);
                    (places ??= []).Add(WordPlace.Of(number, field, token.Position));
                }
        var words = placesOf.Select(entry => (Bytes: Encoding.UTF8.GetBytes(entry.Key), Word: entry.Key, Places: entry.Value)).ToList();
        words.Sort((one, other) => one.Bytes.AsSpan().SequenceCompareTo(other.Bytes));
        var table = new Rows();
        writer.Begin(Section.WordPlaces);
        foreach (var (_, word, places) in words)
            table.Add(writer, word, CollectionsMarshal.AsSpan(places));
        table.Write(writer);
    }

    /// <param name="writer">To write to.</param>
    /// <param name="sources">The words of each source, and where each of its documents comes to stand, ascending; -1 for one that goes.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Merge(SegmentFileWriter writer, IReadOnlyList<(WordTable Words, int[] Documents)> sources, CancellationToken cancellation)
    {
        var next = new int[sources.Count];
        var table = new Rows();
        List<uint> places = [];
        writer.Begin(Section.WordPlaces);
        while (Least(sources, next) is { } word)
        {
            cancellation.ThrowIfCancellationRequested();
            places.Clear();
            foreach (var (s, (words, documents)) in sources.Index())
            {
                if (next[s] == words.Count || !words[next[s]].SequenceEqual(word))
                    continue;
                foreach (var place in words.PlacesOf(next[s], ++next[s]))
                    if (documents[WordPlace.DocumentOf(place)] is >= 0 and var document)
                        places.Add(WordPlace.In(document, place));
            }
            if (places.Count > 0)
                table.Add(writer, Encoding.UTF8.GetString(word), CollectionsMarshal.AsSpan(places));
        }
        table.Write(writer);
    }

    private static byte[]? Least(IReadOnlyList<(WordTable Words, int[] Documents)> sources, int[] next)
    {
        var least = -1;
        for (var s = 0; s < sources.Count; s++)
            if (next[s] < sources[s].Words.Count && (least < 0 || sources[s].Words[next[s]].SequenceCompareTo(sources[least].Words[next[least]]) < 0))
                least = s;
        return least < 0 ? null : sources[least].Words[next[least]].ToArray();
    }

    /// <summary>What is written behind the places.</summary>
    private sealed class Rows
    {
        private readonly List<string> _words = [];
        private readonly List<uint> _starts = [0];

        public void Add(SegmentFileWriter writer, string word, ReadOnlySpan<uint> places)
        {
            writer.Append(places);
            _words.Add(word);
            _starts.Add(checked(_starts[^1] + (uint)places.Length));
        }

        public void Write(SegmentFileWriter writer)
        {
            writer.Write<uint>(Section.WordStarts, CollectionsMarshal.AsSpan(_starts));
            StringTable.Write(writer, Section.Words, _words, _words.Count);
        }
    }
}
