using System.Collections.Concurrent;

namespace IpCenter.Casework.Firms;

/// <summary>
/// What one request has found out about tied firms. Parts of a page that work in units of their own share it: the records are read once.
/// </summary>
public sealed class LinkedFirmsCache
{
    private ConcurrentDictionary<(Guid Firm, DateOnly Day), Lazy<Task<IReadOnlyList<LinkedFirm>>>> _known = new();

    /// <summary>Takes part in what another unit of the same request knows.</summary>
    public void ShareWith(LinkedFirmsCache other) => _known = other._known;

    internal Task<IReadOnlyList<LinkedFirm>> GetAsync(Guid firm, DateOnly day, Func<Task<IReadOnlyList<LinkedFirm>>> read) =>
        _known.GetOrAdd((firm, day), _ => new(read)).Value;
}
