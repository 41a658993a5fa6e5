namespace IpCenter.Casework.Formalities.Views;

/// <summary>A kind of view with its names.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The standard Chinese name and its English rendering.</param>
/// <param name="St96">ViewTypeCategory of WIPO ST.96.</param>
/// <param name="IsOrthographic">One of the six views by projection.</param>
/// <param name="Synonyms">Other standard names of the same view, which the office accepts as well.</param>
/// <param name="Aliases">Names that people use and the office does not accept.</param>
public sealed record ViewDefinition(
    ViewKind Kind,
    Bilingual Name,
    string St96,
    bool IsOrthographic,
    IReadOnlyList<string> Synonyms,
    IReadOnlyList<string> Aliases);
