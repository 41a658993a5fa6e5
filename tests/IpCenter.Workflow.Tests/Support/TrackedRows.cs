using System.Text.Json;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>The change tracker of one table in one unit of work.</summary>
internal sealed class TrackedRows<T>(Func<T, Guid> idOf, Func<Guid, string?> find) where T : class
{
    private readonly Dictionary<Guid, (T Row, string? Before)> _rows = [];
    private readonly HashSet<Guid> _removed = [];

    public void Add(T row) => _rows.Add(idOf(row), (row, null));

    public void Remove(T row) => _removed.Add(idOf(row));

    public T? Find(Guid id)
    {
        if (_removed.Contains(id))
            return null;
        if (_rows.TryGetValue(id, out var tracked))
            return tracked.Row;
        if (find(id) is not { } json)
            return null;
        var row = MemoryDatabase.Row<T>(json);
        _rows.Add(id, (row, json));
        return row;
    }

    /// <summary>Committed and added rows that match, without the removed ones.</summary>
    public IReadOnlyList<T> Where(IEnumerable<T> committed, Func<T, bool> matches) =>
        [.. committed.Select(idOf).Concat(_rows.Keys.ToList()).Distinct().Select(Find).OfType<T>().Where(matches).OrderBy(idOf)];

    public bool IsCurrent(Dictionary<Guid, string> table, bool versioned) => Changed().All(change =>
        change.Before is null || (table.TryGetValue(change.Id, out var now) && (!versioned || now == change.Before)));

    public void WriteTo(Dictionary<Guid, string> table)
    {
        foreach (var (id, row, before) in Changed().ToList())
        {
            if (!_removed.Contains(id))
                table[id] = JsonSerializer.Serialize(row);
            else if (before is not null)
                table.Remove(id);
        }
    }

    private IEnumerable<(Guid Id, T Row, string? Before)> Changed() => _rows
        .Where(pair => _removed.Contains(pair.Key) || pair.Value.Before != JsonSerializer.Serialize(pair.Value.Row))
        .Select(pair => (pair.Key, pair.Value.Row, pair.Value.Before));
}
