namespace IpCenter.Casework.Classes;

/// <summary>Words for goods that belong to a subclass, and what to look at before taking it.</summary>
public sealed record ClassTerm(string Code, IReadOnlyList<string> Words, Bilingual? Hint = null);
