namespace IpCenter.Casework.Classes;

/// <summary>A subclass that fits some words, for a person to take or leave.</summary>
/// <param name="Subclass">The subclass.</param>
/// <param name="Score">Larger fits better; only good for ranking within one answer.</param>
/// <param name="Words">The words that led to it, as they stand in the list of terms.</param>
/// <param name="Hint">What to look at before taking it.</param>
public sealed record ClassSuggestion(LocarnoSubclass Subclass, int Score, IReadOnlyList<string> Words, Bilingual? Hint);
