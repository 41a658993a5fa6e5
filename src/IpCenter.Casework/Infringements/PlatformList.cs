namespace IpCenter.Casework.Infringements;

/// <summary>The platforms that the centre knows.</summary>
public sealed class PlatformList(IReadOnlyList<Platform> platforms)
{
    /// <summary>In the order in which they are offered; the last is <see cref="Platform.Other"/>.</summary>
    public IReadOnlyList<Platform> All { get; } = [.. platforms.OrderBy(p => p.Key == Platform.Other)];

    /// <summary>The platform of a key; what is not listed (any more) counts as another one.</summary>
    public Platform Of(string key) => All.FirstOrDefault(p => p.Key == key) ?? All[^1];

    public bool Knows(string key) => All.Any(p => p.Key == key);

    public Platform? Serving(string host) => All.FirstOrDefault(p => p.Serves(host));
}
