using System.Text;

namespace IpCenter.Casework.Identifiers;

/// <summary>What phones and forms add to a number and what the readers share.</summary>
internal static class IdentifierText
{
    /// <summary>Half-width capitals without blanks, hyphens and invisible marks.</summary>
    public static string Normalise(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant()
            .Where(sign => !char.IsWhiteSpace(sign) && !char.IsControl(sign) && sign is not ('-' or '\u200B' or '\uFEFF')));

    public static IdentifierProblem Block(int? position, string zh, string en) => new(position, IdentifierSeverity.Block, new Bilingual(zh, en));

    public static IdentifierProblem Warn(int? position, string zh, string en) => new(position, IdentifierSeverity.Warn, new Bilingual(zh, en));

    /// <summary>One problem for each sign outside an alphabet.</summary>
    public static IEnumerable<IdentifierProblem> Outside(string text, int from, int to, string alphabet) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(to, text.Length) - from))
            .Where(at => !alphabet.Contains(text[at], StringComparison.Ordinal))
            .Select(at => Block(at + 1, $"第{at + 1}位“{text[at]}”不是允许的字符。", $"'{text[at]}' at position {at + 1} is not allowed."));

    public const string Digits = "0123456789";
}
