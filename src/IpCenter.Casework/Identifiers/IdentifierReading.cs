namespace IpCenter.Casework.Identifiers;

/// <summary>A number read from text: the value where it is one, and everything that is wrong or doubtful.</summary>
/// <param name="Normalised">The text without blanks and in half-width capitals, as the positions count it.</param>
/// <param name="Value">The number; null when a problem blocks it.</param>
/// <param name="Problems">Warnings can stand beside a value.</param>
public sealed record IdentifierReading<T>(string Normalised, T? Value, IReadOnlyList<IdentifierProblem> Problems)
    where T : class
{
    public bool IsUsable => Value is not null;

    public bool HasWarnings => Problems.Any(problem => problem.Severity == IdentifierSeverity.Warn);

    /// <summary>Not the text that was typed: it may be somebody's identity number, and this may end in a log.</summary>
    public override string ToString() => IsUsable ? $"{Value}" : $"unusable for {Problems.Count} reasons";
}
