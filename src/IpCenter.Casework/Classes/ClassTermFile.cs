using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Classes;

/// <summary><c>data/locarno/terms.json</c>.</summary>
public sealed record ClassTermFile
{
    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<ClassTerm> Terms { get; init; }

    public IEnumerable<Fault> Faults(LocarnoFile classification)
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        var codes = classification.Subclasses.Select(subclass => subclass.Code).ToHashSet();
        for (var at = 0; at < Terms.Count; at++)
        {
            if (!codes.Contains(Terms[at].Code))
                yield return new Fault($"$.terms[{at}].code", $"There is no subclass '{Terms[at].Code}'.");
            if (Terms[at].Words.Count == 0 || Terms[at].Words.Any(string.IsNullOrWhiteSpace))
                yield return new Fault($"$.terms[{at}].words", "A word is missing.");
        }
    }
}
