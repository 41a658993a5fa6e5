using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Documents;

/// <summary>The file <c>data/documents.json</c>.</summary>
public sealed record DocumentFile
{
    public required Provenance Provenance { get; init; }

    /// <summary>Of one file.</summary>
    public required int LargestMegabytes { get; init; }

    /// <summary>Whether a payment may be declared with the promise that its proof follows.</summary>
    public required bool FeeProofMayFollow { get; init; }

    public required IReadOnlyList<DocumentRule> Kinds { get; init; }

    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, DeadlineRule> rules)
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (LargestMegabytes is < 1 or > 25)
            yield return new Fault("$.largestMegabytes", $"{LargestMegabytes} is not between 1 and 25: a request takes no more.");
        for (var at = 0; at < Kinds.Count; at++)
        {
            var kind = Kinds[at];
            if (kind.Confidence is < 0 or > 1)
                yield return new Fault($"$.kinds[{at}].confidence", $"{kind.Confidence} is not between 0 and 1.");
            if (Kinds.Take(at).Any(k => k.Key == kind.Key))
                yield return new Fault($"$.kinds[{at}].key", $"There is another kind '{kind.Key}'.");
            if (kind.Document is { } document && Kinds.Take(at).Any(k => k.Document == document))
                yield return new Fault($"$.kinds[{at}].document", $"'{document}' has another kind already.");
            if (!rules.TryGetValue(kind.Deadline, out var rule))
                yield return new Fault($"$.kinds[{at}].deadline", $"There is no deadline rule '{kind.Deadline}'.");
            else if (!rule.IsCountable || rule.Unit == LengthUnit.Hours)
                yield return new Fault($"$.kinds[{at}].deadline", $"'{kind.Deadline}' does not end on a day.");
            else if (kind.Waivable && rule.Kind == DeadlineKind.Statutory)
                yield return new Fault($"$.kinds[{at}].waivable", "What the law asks for cannot be waived by the centre.");
        }
        foreach (var proof in DocumentKinds.Proofs.Where(proof => Kinds.All(kind => kind.Key != proof)))
            yield return new Fault("$.kinds", $"The kind '{proof}' is missing.");
    }
}
