using System.Text;
using IpCenter.Search.Index;

namespace IpCenter.Search;

/// <summary>
/// Titles that hold what was typed, those first that hold it earliest. The bytes of the visible titles are looked through, and the
/// few texts made that can still come among the best.
/// </summary>
internal sealed class TitleSuggestions(Snapshot snapshot, VisibleDocuments visible)
{
    public IReadOnlyList<string> Find(string typed, int limit)
    {
        if (typed.Length == 0 || limit <= 0)
            return [];
        var best = new SortedSet<Suggestion>();
        var bytes = Encoding.UTF8.GetBytes(typed);
        // Letters without a second case, Chinese for example, are looked for as bytes.
        var isOneCase = typed.All(c => char.ToUpperInvariant(c) == char.ToLowerInvariant(c)) && !typed.Any(char.IsSurrogate);
        for (var s = 0; s < snapshot.Segments.Count; s++)
        {
            var flags = visible[s];
            var starts = snapshot.Segments[s].Documents.Titles.Starts;
            var titles = snapshot.Segments[s].Documents.Titles.Section;
            for (var document = 0; document < flags.Length; document++)
            {
                if (!flags[document])
                    continue;
                var title = titles[(int)starts[document]..(int)starts[document + 1]];
                var at = isOneCase ? ByBytes(title, bytes) : ByLetters(title, typed);
                if (at < 0 || (best.Count == limit && at > best.Max.At))
                    continue;
                best.Add(new Suggestion(at, Encoding.UTF8.GetString(title)));
                if (best.Count > limit)
                    best.Remove(best.Max);
            }
        }
        return [.. best.Select(suggestion => suggestion.Title)];
    }

    private static int ByBytes(ReadOnlySpan<byte> title, ReadOnlySpan<byte> typed)
    {
        var at = title.IndexOf(typed);
        return at <= 0 ? at : Encoding.UTF8.GetCharCount(title[..at]);
    }

    private static int ByLetters(ReadOnlySpan<byte> title, string typed)
    {
        const int atOnce = 512;
        if (title.Length > atOnce)
            return Encoding.UTF8.GetString(title).IndexOf(typed, StringComparison.OrdinalIgnoreCase);
        Span<char> letters = stackalloc char[atOnce];
        return letters[..Encoding.UTF8.GetChars(title, letters)].IndexOf(typed, StringComparison.OrdinalIgnoreCase);
    }

    private readonly record struct Suggestion(int At, string Title) : IComparable<Suggestion>
    {
        public int CompareTo(Suggestion other)
        {
            var byPlace = At.CompareTo(other.At);
            return byPlace != 0 ? byPlace : string.CompareOrdinal(Title, other.Title);
        }
    }
}
