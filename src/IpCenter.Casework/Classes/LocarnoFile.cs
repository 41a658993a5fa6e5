using System.Text.RegularExpressions;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Classes;

/// <summary><c>data/locarno/classification.json</c>.</summary>
public sealed partial record LocarnoFile
{
    public required int Edition { get; init; }

    public required DateOnly InForceFrom { get; init; }

    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<LocarnoClass> Classes { get; init; }

    public required IReadOnlyList<LocarnoSubclass> Subclasses { get; init; }

    /// <summary>Numbers that the edition leaves free.</summary>
    public required IReadOnlyList<string> Vacant { get; init; }

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        var classes = Classes.Select(entry => entry.Number).ToHashSet();
        if (classes.Count != Classes.Count)
            yield return new Fault("$.classes", "A class stands there twice.");
        var seen = new HashSet<string>(Vacant);
        for (var at = 0; at < Subclasses.Count; at++)
        {
            var code = Subclasses[at].Code;
            if (!CodeForm().IsMatch(code))
                yield return new Fault($"$.subclasses[{at}].code", $"'{code}' has not the form 02-02.");
            else if (!classes.Contains(Subclasses[at].Class))
                yield return new Fault($"$.subclasses[{at}].code", $"There is no class {Subclasses[at].Class}.");
            if (!seen.Add(code))
                yield return new Fault($"$.subclasses[{at}].code", $"'{code}' stands there twice or is vacant.");
        }
    }

    [GeneratedRegex(@"^\d\d-\d\d\z")]
    private static partial Regex CodeForm();
}
