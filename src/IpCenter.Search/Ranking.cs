using IpCenter.Search.Index;
using IpCenter.Search.Text;

namespace IpCenter.Search;

/// <summary>One page of what was found, the number of all, and what they have in common.</summary>
internal sealed record RankedPage(IReadOnlyList<FoundDocument> Page, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>Orders what was found. Only the page that is asked for is put in order.</summary>
internal sealed class Ranking(Snapshot snapshot, SearchOrder order, int skip, int limit)
{
    /// <summary>Documents found by their pictures.</summary>
    public RankedPage Of(List<FoundDocument> found)
    {
        found.Sort((one, other) => KeyOf(other.Place, other.Score).CompareTo(KeyOf(one.Place, one.Score)));
        var flags = snapshot.Segments.Select(segment => new bool[segment.Documents.Count]).ToArray();
        foreach (var document in found)
            flags[document.Place.Segment][document.Place.Document] = true;
        return new RankedPage([.. found.Skip(skip).Take(limit)], found.Count, Facets(flags));
    }

    /// <summary>All documents that are flagged, by the scores of the words.</summary>
    public RankedPage Of(bool[][] found, Matches? byWords)
    {
        var total = found.Sum(segment => segment.AsSpan().Count(true));
        var wanted = (int)Math.Min(total, (long)skip + limit);
        var best = new PriorityQueue<DocumentPlace, RankKey>();
        for (var s = 0; wanted > 0 && s < found.Length; s++)
        {
            var (flags, scores, columns) = (found[s], byWords?[s], snapshot.Segments[s].Documents);
            var dates = columns.Dates;
            var hashes = columns.Hashes;
            for (var document = 0; document < flags.Length; document++)
            {
                if (!flags[document])
                    continue;
                var key = KeyOf(scores?[document] ?? 0, dates[document], hashes[document]);
                if (best.Count < wanted)
                    best.Enqueue(new DocumentPlace(s, document), key);
                else if (best.TryPeek(out _, out var worst) && worst.CompareTo(key) < 0)
                    best.EnqueueDequeue(new DocumentPlace(s, document), key);
            }
        }
        var page = new FoundDocument[Math.Max(0, wanted - skip)];
        for (var at = page.Length - 1; at >= 0; at--)
            page[at] = best.TryDequeue(out var place, out var key) ? new FoundDocument(place, order == SearchOrder.Best ? key.First : key.Second, null) : default;
        return new RankedPage(page, total, Facets(found));
    }

    private RankKey KeyOf(DocumentPlace place, double score)
    {
        var columns = snapshot.Segments[place.Segment].Documents;
        return KeyOf(score, columns.Dates[place.Document], columns.Hashes[place.Document]);
    }

    private RankKey KeyOf(double score, int date, ulong hash) => order == SearchOrder.Best ? new(score, date, hash) : new(date, score, hash);

    private Dictionary<string, IReadOnlyList<FacetCount>> Facets(bool[][] found)
    {
        var counts = new Dictionary<FacetValue, int>();
        for (var s = 0; s < found.Length; s++)
        {
            if (!found[s].AsSpan().Contains(true))
                continue;
            var columns = snapshot.Segments[s].Documents;
            var here = new int[columns.FacetValues.Count];
            var starts = columns.FacetStarts;
            var ordinals = columns.FacetOrdinals;
            for (var document = 0; document < found[s].Length; document++)
                if (found[s][document])
                    foreach (var entry in ordinals[starts[document]..starts[document + 1]])
                        here[entry]++;
            for (var entry = 0; entry < here.Length; entry++)
                if (here[entry] > 0)
                    counts[columns.FacetValues[entry]] = counts.GetValueOrDefault(columns.FacetValues[entry]) + here[entry];
        }
        return counts.GroupBy(count => count.Key.Facet).ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)[.. facet
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Value, StringComparer.Ordinal)
                .Select(count => new FacetCount(count.Key.Value, count.Value))]);
    }

    /// <summary>The greater the earlier; the rest by a hash of the id, which is the same in every order of segments.</summary>
    private readonly record struct RankKey(double First, double Second, ulong Hash) : IComparable<RankKey>
    {
        public int CompareTo(RankKey other)
        {
            var byFirst = First.CompareTo(other.First);
            if (byFirst != 0)
                return byFirst;
            var bySecond = Second.CompareTo(other.Second);
            return bySecond != 0 ? bySecond : other.Hash.CompareTo(Hash);
        }
    }
}
