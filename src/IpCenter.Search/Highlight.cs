namespace IpCenter.Search;

/// <summary>A text of a hit, or a piece of a long one, and where it holds what was looked for.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Start">Where the piece begins in the whole text, in characters.</param>
/// <param name="IsCut">Whether the whole text goes on behind it.</param>
/// <param name="Ranges">What to mark in <paramref name="Text"/>, ascending, not touching each other.</param>
public sealed record Highlight(string Text, int Start, bool IsCut, IReadOnlyList<TextRange> Ranges);

/// <summary>A piece of a text, in characters.</summary>
public readonly record struct TextRange(int Start, int Length);
