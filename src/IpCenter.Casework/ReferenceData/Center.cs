using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.ReferenceData;

/// <summary>What this centre is and has decided: <c>data/center.json</c>.</summary>
public sealed record Center
{
    public required Bilingual Name { get; init; }

    public required Bilingual ShortName { get; init; }

    /// <summary>False while the formal name has not been confirmed by the centre.</summary>
    public required bool NameConfirmed { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Place codes of which a registered firm belongs to the centre.</summary>
    public required IReadOnlyList<string> Region { get; init; }

    public required string Prefecture { get; init; }

    /// <summary>Telephone and address for letters and receipts; null while the centre has not named them, and then none are written.</summary>
    public Bilingual? Contact { get; init; }

    public required TownList Towns { get; init; }

    public required AcceptedClasses AcceptedClasses { get; init; }

    /// <summary>Whether individual businesses (个体工商户) may be recorded; null: not confirmed.</summary>
    public bool? IndividualBusinessesEligible { get; init; }

    /// <summary>The centre's own lengths in place of the proposed ones.</summary>
    public required IReadOnlyList<DeadlineTarget> Targets { get; init; }

    public required IReadOnlyList<OpenQuestion> OpenQuestions { get; init; }

    public bool Serves(string adcode) => Region.Contains(adcode);

    public IEnumerable<Fault> Faults(IReadOnlyDictionary<string, DeadlineRule> rules, IReadOnlySet<string> subclasses)
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (Region.Count == 0)
            yield return new Fault("$.region", "A centre serves at least one place.");
        foreach (var twice in Towns.Items.GroupBy(town => town.Key).Where(group => group.Count() > 1))
            yield return new Fault("$.towns.items", $"'{twice.Key}' stands there twice.");
        for (var at = 0; at < AcceptedClasses.Codes.Count; at++)
            if (!subclasses.Contains(AcceptedClasses.Codes[at]))
                yield return new Fault($"$.acceptedClasses.codes[{at}]", $"There is no subclass '{AcceptedClasses.Codes[at]}'.");
        for (var at = 0; at < Targets.Count; at++)
            if (!rules.TryGetValue(Targets[at].Key, out var rule))
                yield return new Fault($"$.targets[{at}].key", $"There is no deadline rule '{Targets[at].Key}'.");
            else if (rule.Kind == DeadlineKind.Statutory)
                yield return new Fault($"$.targets[{at}].key", $"'{rule.Key}' is fixed by law and cannot be configured.");
            else
                foreach (var fault in (rule with { Length = Targets[at].Length }).Faults($"$.targets[{at}]"))
                    yield return fault;
    }
}
