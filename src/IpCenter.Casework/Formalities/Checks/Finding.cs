using System.Collections.Immutable;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>A defect that was found somewhere, not yet put into words.</summary>
internal sealed record Finding(Defect Defect, Place Place)
{
    public ImmutableSortedDictionary<string, Bilingual> Arguments { get; init; } =
        ImmutableSortedDictionary.Create<string, Bilingual>(StringComparer.Ordinal);

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public Finding With(string name, Bilingual value) => Defect.Arguments.Contains(name)
        ? this with { Arguments = Arguments.Add(name, value) }
        : throw new ArgumentException($"{Defect.RuleId}/{Defect.Case} declares no argument {name}.", nameof(name));

    public Finding With(string name, string value) => With(name, Bilingual.Same(value));

    public Finding Seen(Bilingual name, string value, string? comparison = null, string? limit = null) =>
        this with { Evidence = Evidence.Add(new Evidence(name, value, comparison, limit)) };
}
