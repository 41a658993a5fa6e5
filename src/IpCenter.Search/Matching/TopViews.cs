using IpCenter.Search.Index;

namespace IpCenter.Search.Matching;

/// <summary>A view by where it lies.</summary>
internal readonly record struct ViewPlace(int Segment, int View);

/// <summary>
/// The best of many views. Of equally good ones that whose document's hash is smaller: the same in every order of segments.
/// </summary>
internal sealed class TopViews(Snapshot snapshot, int most)
{
    private readonly PriorityQueue<ViewPlace, (float Score, ulong Order)> _kept = new(most, Comparer<(float Score, ulong Order)>.Create(
        (one, other) => one.Score != other.Score ? one.Score.CompareTo(other.Score) : other.Order.CompareTo(one.Order)));

    private float _least = float.NegativeInfinity;

    public void Add(ViewPlace place, float score)
    {
        if (score < _least)
            return;
        if (_kept.Count < most)
            _kept.Enqueue(place, (score, OrderOf(place)));
        else
            _kept.EnqueueDequeue(place, (score, OrderOf(place)));
        if (_kept.Count == most && _kept.TryPeek(out _, out var least))
            _least = least.Score;
    }

    public void AddAll(TopViews others)
    {
        foreach (var (place, (score, _)) in others._kept.UnorderedItems)
            Add(place, score);
    }

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<(ViewPlace Place, float Score)> Kept => [.. _kept.UnorderedItems.Select(item => (item.Element, item.Priority.Score))];

    private ulong OrderOf(ViewPlace place)
    {
        var segment = snapshot.Segments[place.Segment];
        return segment.Documents.Hashes[segment.Views[place.View].Document] + (ulong)segment.OrdinalInDocument(place.View);
    }
}
