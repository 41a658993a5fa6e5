using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Infringements;

/// <summary>A place where goods are sold online, and what its own form for complaints asks for.</summary>
public sealed record Platform
{
    /// <summary>Where a copy was seen on none of the listed platforms.</summary>
    public const string Other = "other";

    public required string Key { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>Registered host names of the platform; their subdomains belong to it too.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Words by which a shared text names the platform, such as 抖音.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    public required PlatformPortal Portal { get; init; }

    /// <summary>What the portal asks for, in its order: keys of <see cref="NoticeFields"/>.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public bool Serves(string host) => Hosts.Any(own =>
        host.Equals(own, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Where complaints go. It is shown with its confidence: a person looks before sending.</summary>
public sealed record PlatformPortal
{
    public required Bilingual Name { get; init; }

    public required string? Url { get; init; }

    public required decimal Confidence { get; init; }

    public required Bilingual? Note { get; init; }
}

/// <summary>The file of <c>data/platforms/</c>.</summary>
public sealed record PlatformFile
{
    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<Platform> Platforms { get; init; }

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (Platforms.All(p => p.Key != Platform.Other))
            yield return new Fault("$.platforms", $"There is no platform '{Platform.Other}' for what is not listed.");
        foreach (var (at, platform) in Platforms.Index())
        {
            if (Platforms.Take(at).Any(p => p.Key == platform.Key))
                yield return new Fault($"$.platforms[{at}].key", $"There is another platform '{platform.Key}'.");
            if (platform.Portal.Confidence is < 0 or > 1)
                yield return new Fault($"$.platforms[{at}].portal.confidence", $"{platform.Portal.Confidence} is not between 0 and 1.");
            foreach (var (place, field) in platform.Fields.Index())
                if (!NoticeFields.All.Contains(field))
                    yield return new Fault($"$.platforms[{at}].fields[{place}]", $"A notice has no field '{field}'.");
            foreach (var needed in NoticeFields.Legal.Except(platform.Fields))
                yield return new Fault($"$.platforms[{at}].fields", $"The law wants '{needed}' in every notice.");
        }
    }
}
