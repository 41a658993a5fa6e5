using System.Text.RegularExpressions;

namespace IpCenter.Casework.Cases;

/// <summary>
/// The reason of a date as a party reads it, in letters, receipts and pages: what it rests on, without how sure the centre's staff is of
/// its own reading of the rule. That is theirs to settle.
/// </summary>
public static partial class PartyWords
{
    public static string Of(string explanation) => Sureness().Replace(explanation, "");

    public static Bilingual Of(Bilingual explanation) => new(Of(explanation.Zh), Of(explanation.En));

    [GeneratedRegex(@"（可信度\s*[\d.]+\s*%?）| \(confidence [\d.]+\s*%?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Sureness();
}
