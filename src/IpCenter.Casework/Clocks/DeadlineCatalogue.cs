namespace IpCenter.Casework.Clocks;

/// <summary>All periods by key, with the centre's configured lengths in place.</summary>
public sealed class DeadlineCatalogue(IEnumerable<DeadlineRule> rules)
{
    private readonly Dictionary<string, DeadlineRule> _rules = rules.ToDictionary(rule => rule.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<DeadlineRule> All => _rules.Values;

    public DeadlineRule this[string key] => _rules.TryGetValue(key, out var rule)
        ? rule
        : throw new KeyNotFoundException($"There is no deadline rule '{key}'.");

    public bool Contains(string key) => _rules.ContainsKey(key);

    /// <summary>The rules of one entry of the centre's table of periods (D13 has two).</summary>
    public IReadOnlyList<DeadlineRule> WithCode(string code) => [.. _rules.Values.Where(rule => rule.Code == code)];
}
