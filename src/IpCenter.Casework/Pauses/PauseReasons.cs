namespace IpCenter.Casework.Pauses;

/// <summary>The grounds on which a clock may be paused, by key.</summary>
public sealed class PauseReasons(IEnumerable<PauseReason> reasons, int longestTogether)
{
    /// <summary>Working days for which one period may stand still, for whatever reasons together.</summary>
    public int LongestTogether => longestTogether;

    private readonly Dictionary<string, PauseReason> _reasons = reasons.ToDictionary(reason => reason.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<PauseReason> All => _reasons.Values;

    public PauseReason? Find(string key) => _reasons.GetValueOrDefault(key);

    /// <summary>What a stored reason is called; one that the data no longer has bears its key.</summary>
    public Bilingual NameOf(string key) => Find(key)?.Name ?? Bilingual.Same(key);
}
