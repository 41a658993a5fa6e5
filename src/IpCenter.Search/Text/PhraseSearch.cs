namespace IpCenter.Search.Text;

/// <summary>Finds where words stand together in the texts of a segment.</summary>
internal static class PhraseSearch
{
    /// <summary>Places of the first word of each occurrence. In one text they are ascending, but for a lone prefix.</summary>
    /// <param name="words">To look in.</param>
    /// <param name="tokens">One or more, with their distances from the first.</param>
    /// <param name="isPrefix">Whether the last one may go on.</param>
    /// <param name="slop">How many words more than in the query may stand between the first and the last, in any order; 0: exactly so.</param>
    public static ReadOnlySpan<uint> Find(WordTable words, IReadOnlyList<QueryToken> tokens, bool isPrefix, int slop)
    {
        if (tokens.Count == 1)
            return isPrefix ? Prefixed(words, tokens[0].Text) : words.PlacesOf(tokens[0].Text);
        var lists = new uint[tokens.Count][];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = (isPrefix && i == lists.Length - 1 ? Prefixed(words, tokens[i].Text) : words.PlacesOf(tokens[i].Text)).ToArray();
            if (lists[i].Length == 0)
                return [];
            if (isPrefix && i == lists.Length - 1)
                Array.Sort(lists[i]);
        }
        return slop > 0 ? Near(lists, slop + tokens[^1].Offset) : InOrder(lists, [.. tokens.Select(token => token.Offset)]);
    }

    private static ReadOnlySpan<uint> Prefixed(WordTable words, string prefix)
    {
        var (first, end) = words.StartingWith(prefix);
        return words.PlacesOf(first, end);
    }

    // The rarest word first: the others are only looked up where it stands.
    private static ReadOnlySpan<uint> InOrder(uint[][] lists, int[] offsets)
    {
        int[] order = [.. Enumerable.Range(0, lists.Length).OrderBy(i => lists[i].Length)];
        var found = Starts(lists[order[0]], offsets[order[0]]);
        foreach (var i in order.Skip(1))
        {
            var (kept, at, list) = (0, 0, lists[i]);
            foreach (var start in found.AsSpan())
            {
                var wanted = start + (uint)offsets[i];
                at += Ahead(list.AsSpan(at), wanted);
                if (at == list.Length)
                    break;
                if (list[at] == wanted && WordPlace.PositionOf(start) + offsets[i] < WordPlace.LastPosition)
                    found[kept++] = start;
            }
            Array.Resize(ref found, kept);
            if (kept == 0)
                break;
        }
        return found;
    }

    private static uint[] Starts(uint[] list, int offset) =>
        [.. list.Where(place => WordPlace.PositionOf(place) >= offset && WordPlace.PositionOf(place) < WordPlace.LastPosition).Select(place => place - (uint)offset)];

    /// <summary>How many values come before the wanted one: by doubling steps, so that a rare word jumps over a frequent one's places.</summary>
    private static int Ahead(ReadOnlySpan<uint> list, uint wanted)
    {
        var step = 1;
        while (step < list.Length && list[step] < wanted)
            step *= 2;
        var from = step / 2;
        var found = list[from..Math.Min(list.Length, step + 1)].BinarySearch(wanted);
        return from + (found >= 0 ? found : ~found);
    }

    // The window of all words is closed at the first of them and opened at the next: G. Salton's proximity by merging lists.
    private static uint[] Near(uint[][] lists, int most)
    {
        List<uint> found = [];
        var at = new int[lists.Length];
        while (true)
        {
            var (least, greatest) = (0, 0);
            for (var i = 1; i < lists.Length; i++)
            {
                if (lists[i][at[i]] < lists[least][at[least]])
                    least = i;
                if (lists[i][at[i]] > lists[greatest][at[greatest]])
                    greatest = i;
            }
            var (first, last) = (lists[least][at[least]], lists[greatest][at[greatest]]);
            if (WordPlace.TextOf(first) == WordPlace.TextOf(last) && last - first <= most && WordPlace.PositionOf(last) < WordPlace.LastPosition)
                found.Add(first);
            if (++at[least] == lists[least].Length)
                return [.. found];
        }
    }
}
