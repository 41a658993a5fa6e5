namespace IpCenter.Casework.Identifiers;

/// <summary>Something wrong with a number, at a place in it.</summary>
/// <param name="Position">Counted from 1 in the normalised text; null when it concerns the whole.</param>
/// <param name="Severity">Whether it stops the entry.</param>
/// <param name="Reason">In words for the person who typed it.</param>
public sealed record IdentifierProblem(int? Position, IdentifierSeverity Severity, Bilingual Reason);
