namespace IpCenter.Casework.ReferenceData;

/// <summary>Where a file's facts come from, when they were read, and how sure the writer was (0 to 1).</summary>
public sealed record Provenance
{
    public required string Source { get; init; }

    public required DateOnly AsOf { get; init; }

    public required decimal Confidence { get; init; }

    public string? Url { get; init; }

    public string? Licence { get; init; }

    public string? Note { get; init; }

    public IEnumerable<Fault> Faults(string path) => Confidence is < 0 or > 1
        ? [new Fault($"{path}.confidence", $"{Confidence} is not between 0 and 1.")]
        : [];
}
